package whetstone.labelling.exchange.donkeycar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.PictureEncoding;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.ReadBack;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.Said;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Picture;

/**
 * Writes a Donkeycar tub of version 2, one session a rollout. {@code user/angle} and {@code user/throttle} are what is to be imitated,
 * which is what {@code donkey train} learns from; {@code pilot/*} is what the learner wanted. Frames in which nothing is to be imitated,
 * rejected ones among them, are listed as deleted: Donkeycar passes over them, and can restore them.
 */
public final class DonkeycarExport implements ExportFormat {
    @Override
    public String name() {
        return "donkeycar";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        List<String> limits = new ArrayList<>();
        int open = 0;
        for (Recording recording : recordings.recordings()) {
            for (int tick = 0; tick < recording.length(); tick++) {
                Frame frame = recording.withoutPictures(tick);
                open += frame.wanted().isEmpty() && !frame.rejected() ? 1 : 0;
            }
        }
        if (open > 0) {
            limits.add(open + " frames say nothing that is to be imitated: the tub lists them as deleted beside the rejected ones, so that "
                    + "Donkeycar does not learn from them.");
        }
        if (!recordings.dimensions().contains("throttle") && !recordings.stateNames().contains(RecordValues.THROTTLE)) {
            limits.add("Nothing is known of the throttle: user/throttle is 0 in every record.");
        }
        if (recordings.recordings().stream().anyMatch(DonkeycarExport::drawn)) {
            limits.add("Donkeycar holds JPEG: pictures that did not come as such lose a little (quality " + TubWriter.JPEG_QUALITY + ").");
        }
        if (recordings.cameras().size() > 1) {
            limits.add("Donkeycar learns from the first camera alone; the others are in the tub under names of their own.");
        }
        recordings.savedStatesAreLeftOut().ifPresent(limits::add);
        return limits;
    }

    private static boolean drawn(Recording recording) {
        Map<String, EncodedPicture> originals = recording.length() == 0 ? Map.of() : recording.originals(0);
        return recording.info().environment().cameras().stream().map(camera -> originals.get(camera.name()))
                .anyMatch(original -> original == null || original.format() != EncodedPicture.Format.JPEG);
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        recordings.recordings().forEach(DonkeycarExport::requireFit);
        new TubWriter(recordings, folder).write(progress);
    }

    private static void requireFit(Recording recording) {
        String place = "Rollout " + recording.id();
        boolean steers = recording.info().environment().action().dimensions().stream().filter(dimension -> dimension.name().equals("steer"))
                .anyMatch(dimension -> dimension.low() >= -1 && dimension.high() <= 1);
        if (!steers) {
            throw new DatasetException(place + " has no action 'steer' between -1 and 1, but "
                    + recording.info().environment().action().dimensions().stream().map(ActionSpec.Dimension::name).toList()
                    + ": Donkeycar steers. Choose another format or other rollouts.");
        }
        for (Camera camera : recording.info().environment().cameras()) {
            if (camera.channels() != 1 && camera.channels() != 3) {
                throw new DatasetException(place + ": pictures of camera '" + camera.name() + "' have " + camera.channels()
                        + " channels, and no JPEG has: choose another format or other rollouts.");
            }
        }
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) {
        try (ImportSource source = new DonkeycarImport().open(folder, ImportOptions.usual(InstantSource.system()))) {
            ReadBack.compare(recordings, source, DonkeycarExport::difference, progress);
        }
    }

    private static Optional<String> difference(Frame written, ImportedFrame read) {
        if (!written.step().seen().pictures().entrySet().stream().allMatch(picture -> same(picture.getKey(), picture.getValue(), read))) {
            return Optional.of("the picture");
        }
        if (!ReadBack.same(written.step().learnerAction(), read.step().learnerAction(), 0)
                || !ReadBack.same(written.step().executedAction(), read.step().executedAction(), 0)
                || !ReadBack.same(written.step().expertAction(), read.step().expertAction(), 0)) {
            return Optional.of("an action");
        }
        if (written.step().control() != read.step().control() || !written.step().events().equals(read.step().events())
                || !written.step().seen().state().equals(read.step().seen().state())) {
            return Optional.of("who drove, what was measured or what happened");
        }
        boolean label = ReadBack.sameLabel(written, read, 0) && ReadBack.same(written.said().flatMap(Said::raw),
                read.said().flatMap(Said::raw), 0) && written.said().map(Said::repair).equals(read.said().map(Said::repair));
        return label ? Optional.empty() : Optional.of("the label");
    }

    /** As it was, where it came as JPEG; else what a JPEG makes of it, sample by sample. */
    private static boolean same(String camera, Picture written, ImportedFrame read) {
        Picture back = read.originals().get(camera).decode(written.channels());
        return ReadBack.same(written, back, 0) || ReadBack.same(new EncodedPicture(PictureEncoding.jpeg(written, TubWriter.JPEG_QUALITY))
                .decode(written.channels()), back, 0);
    }
}
