package whetstone.labelling.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Camera;
import whetstone.model.Picture;

/**
 * Writes {@code driving_log.csv} beside {@code IMG} as the Udacity simulator does: no header, no quotes, seven columns (center, left,
 * right, steering, throttle, brake, speed), pictures named by their time; but with relative paths. Who reads this format learns from
 * every row of it, so only frames are written of which it is known what is to be imitated, and the steering is that.
 */
public final class UdacityExport implements ExportFormat {
    private static final float JPEG_QUALITY = 0.95f;
    private static final double ROUNDING = 1e-4;

    @Override
    public String name() {
        return "udacity";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        List<String> limits = new ArrayList<>();
        int left = recordings.frames() - recordings.labelled();
        if (left > 0) {
            limits.add(left + " frames are left out: they were rejected, or nobody said what is to be imitated there, and readers of this "
                    + "format learn from every row.");
        }
        limits.add("Who drove, what the learner wanted, who labelled, repair, trust, rounds, policies and events have no place in it.");
        if (recordings.recordings().size() > 1) {
            limits.add("All rollouts become one log, told apart by the times in the pictures' names alone.");
        }
        if (!UdacityCells.sideCameras(recordings)) {
            limits.add("There are no cameras 'left' and 'right' in every rollout: their columns are empty, so that nobody corrects the "
                    + "steering of a picture that was not taken from the side.");
        }
        String unknown = UdacityCells.unknown(recordings);
        if (!unknown.isEmpty()) {
            limits.add("Nothing is known of " + unknown + ": 0 stands in every row.");
        }
        if (recordings.recordings().stream().anyMatch(UdacityExport::drawn)) {
            limits.add("The format holds JPEG: pictures that did not come as such lose a little (quality " + JPEG_QUALITY + ").");
        }
        return limits;
    }

    private static boolean drawn(Recording recording) {
        Map<String, EncodedPicture> originals = recording.length() == 0 ? Map.of() : recording.originals(0);
        return recording.info().environment().cameras().stream().map(camera -> originals.get(camera.name()))
                .anyMatch(original -> original == null || original.format() != EncodedPicture.Format.JPEG);
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        recordings.recordings().forEach(UdacityExport::requireFit);
        requireOneSize(recordings);
        if (recordings.labelled() == 0) {
            throw new DatasetException("No frame of these rollouts says what is to be imitated, and this format holds nothing else: label "
                    + "some first, or choose another format.");
        }
        Files.createDirectory(folder.resolve(PictureFolder.NAME));
        UdacityCells cells = new UdacityCells(recordings);
        try (BufferedWriter log = Files.newBufferedWriter(folder.resolve(UdacityLog.NAME))) {
            int done = 0;
            for (Recording recording : recordings.recordings()) {
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, recordings.frames());
                    if (recording.withoutPictures(tick).wanted().isPresent()) {
                        writeFrame(recording, recording.frame(tick), cells, log, folder);
                    }
                }
            }
        }
    }

    private static void requireFit(Recording recording) {
        boolean steers = recording.info().environment().action().dimensions().stream().filter(dimension -> dimension.name().equals("steer"))
                .anyMatch(dimension -> dimension.low() >= -1 && dimension.high() <= 1);
        if (!steers) {
            throw new DatasetException("Rollout " + recording.id() + " has no action 'steer' between -1 and 1, which is what this format "
                    + "holds: choose another format or other rollouts.");
        }
        for (Camera camera : recording.info().environment().cameras()) {
            if (camera.channels() != 1 && camera.channels() != 3) {
                throw new DatasetException("Rollout " + recording.id() + ": pictures of camera '" + camera.name() + "' have "
                        + camera.channels() + " channels, and no JPEG has: choose another format or other rollouts.");
            }
        }
    }

    private static void requireOneSize(Recordings recordings) {
        Map<String, String> sizes = new HashMap<>();
        for (Recording recording : recordings.recordings()) {
            UdacityCells.cameras(recording, recordings).forEach((name, camera) -> {
                Camera seen = recording.info().environment().camera(camera);
                String size = seen.width() + " x " + seen.height();
                String first = sizes.putIfAbsent(name, size);
                if (first != null && !first.equals(size)) {
                    throw new DatasetException("Pictures of camera '" + name + "' are " + size + " in rollout " + recording.id() + " and "
                            + first + " in others, and a log has pictures of one size: export them one after the other.");
                }
            });
        }
    }

    private static void writeFrame(Recording recording, Frame frame, UdacityCells cells, BufferedWriter log, Path folder) throws IOException {
        Map<String, EncodedPicture> originals = recording.originals(frame.step().tick());
        for (Map.Entry<String, String> picture : cells.pictures(recording, frame).entrySet()) {
            EncodedPicture original = originals.get(picture.getValue());
            boolean jpeg = original != null && original.format() == EncodedPicture.Format.JPEG;
            Files.write(folder.resolve(picture.getKey()), jpeg ? original.toBytes()
                    : PictureEncoding.jpeg(frame.step().seen().picture(picture.getValue()), JPEG_QUALITY));
        }
        log.write(String.join(",", cells.row(recording, frame)));
        log.write('\n');
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) {
        try (ImportSource source = new UdacityImport().open(folder, ImportOptions.usual(InstantSource.system()))) {
            Iterator<ImportedFrame> rows = source.rollouts().getFirst().frames();
            int done = 0;
            for (Recording recording : recordings.recordings()) {
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, recordings.frames());
                    if (recording.withoutPictures(tick).wanted().isPresent()) {
                        String place = "tick " + tick + " of rollout " + recording.id();
                        require(rows.hasNext(), place);
                        requireSame(recording.frame(tick), rows.next(), UdacityCells.cameras(recording, recordings), place);
                    }
                }
            }
            require(!rows.hasNext(), "the last row");
        }
    }

    /** @param cameras by the name that the format gives them */
    private static void requireSame(Frame written, ImportedFrame read, Map<String, String> cameras, String place) {
        float steering = read.step().executedAction().orElseThrow().steer();
        require(Math.abs(steering - written.wanted().orElseThrow().steer()) <= ROUNDING, "the steering of " + place);
        cameras.forEach((name, camera) -> {
            Picture picture = written.step().seen().picture(camera);
            Picture back = Optional.ofNullable(read.originals().get(name)).map(file -> file.decode(picture.channels())).orElseThrow();
            require(ReadBack.same(picture, back, 0) || ReadBack.same(new EncodedPicture(PictureEncoding.jpeg(picture, JPEG_QUALITY))
                    .decode(picture.channels()), back, 0), "the picture of " + place);
        });
    }

    private static void require(boolean asWritten, String what) {
        if (!asWritten) {
            throw new DatasetException("The export did not read back as it was written: " + what + " differs. Check the disk and try again.");
        }
    }
}
