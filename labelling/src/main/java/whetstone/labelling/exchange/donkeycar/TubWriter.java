package whetstone.labelling.exchange.donkeycar;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ForeignJson;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.PictureEncoding;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.RolloutInfo;

/** Writes a tub as Donkeycar's parts/tub_v2.py and parts/datastore_v2.py do, a frame at a time. One thread. */
final class TubWriter {
    /** Records of a catalog, as Donkeycar has it unless told otherwise. */
    static final int MAX_LENGTH = 1000;
    static final float JPEG_QUALITY = 0.95f;
    /** Donkeycar's ids of sessions begin with the day, {@code time.strftime('%y-%m-%d')}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yy-MM-dd").withZone(ZoneOffset.UTC);

    private final Recordings recordings;
    private final Path folder;
    private final double createdAt;
    private final List<String> catalogs = new ArrayList<>();
    private final List<Integer> lineLengths = new ArrayList<>();
    private final List<Integer> deleted = new ArrayList<>();
    private int index;

    TubWriter(Recordings recordings, Path folder) {
        this.recordings = recordings;
        this.folder = folder;
        this.createdAt = recordings.recordings().getFirst().info().recordedAt().toEpochMilli() / 1000.0;
    }

    void write(Progress progress) throws IOException {
        Files.createDirectory(folder.resolve("images"));
        int frames = recordings.frames();
        List<String> sessions = sessions(recordings);
        for (int begin = 0; begin < frames || begin == 0; begin += MAX_LENGTH) {
            catalogs.add("catalog_" + begin / MAX_LENGTH + ".catalog");
            writeCatalog(begin, Math.min(frames, begin + MAX_LENGTH), sessions, progress);
        }
        writeLines("manifest.json", manifest(sessions));
    }

    /** One a rollout, numbered as Donkeycar numbers the sessions of a tub. */
    static List<String> sessions(Recordings recordings) {
        List<String> sessions = new ArrayList<>();
        for (Recording recording : recordings.recordings()) {
            sessions.add(DAY.format(recording.info().recordedAt()) + "_" + sessions.size());
        }
        return sessions;
    }

    private void writeCatalog(int begin, int end, List<String> sessions, Progress progress) throws IOException {
        lineLengths.clear();
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(catalogs.getLast()), StandardCharsets.US_ASCII)) {
            int first = 0;
            for (int i = 0; i < sessions.size(); i++) {
                Recording recording = recordings.recordings().get(i);
                for (int tick = Math.max(0, begin - first); tick < Math.min(recording.length(), end - first); tick++) {
                    progress.at(index, recordings.frames());
                    String line = ForeignJson.write(record(recording, tick, sessions.get(i))) + "\n";
                    writer.write(line);
                    lineLengths.add(line.length());
                    index++;
                }
                first += recording.length();
            }
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        String name = catalogs.getLast() + "_manifest";
        manifest.put("created_at", createdAt);
        manifest.put("line_lengths", lineLengths);
        manifest.put("path", name);
        manifest.put("start_index", begin);
        writeLines(name, List.of(manifest));
    }

    private Map<String, Object> record(Recording recording, int tick, String session) throws IOException {
        Frame frame = recording.frame(tick);
        if (frame.wanted().isEmpty()) {
            deleted.add(index);
        }
        Map<String, EncodedPicture> originals = recording.originals(tick);
        for (Map.Entry<String, String> camera : TubKeys.cameras(recording.info().environment()).entrySet()) {
            if (frame.step().seen().pictures().containsKey(camera.getKey())) {
                Files.write(folder.resolve("images").resolve(TubKeys.file(index, camera.getValue())),
                        picture(frame, camera.getKey(), originals));
            }
        }
        return RecordValues.of(recording, frame, index, session);
    }

    /** The file as it came where that was a JPEG. */
    static byte[] picture(Frame frame, String camera, Map<String, EncodedPicture> originals) {
        EncodedPicture original = originals.get(camera);
        return original != null && original.format() == EncodedPicture.Format.JPEG ? original.toBytes()
                : PictureEncoding.jpeg(frame.step().seen().picture(camera), JPEG_QUALITY);
    }

    private List<Object> manifest(List<String> sessions) {
        Map<String, String> types = TubKeys.types(recordings);
        Map<String, Object> described = new LinkedHashMap<>();
        for (int i = 0; i < sessions.size(); i++) {
            RolloutInfo info = recordings.recordings().get(i).info();
            described.put(sessions.get(i), RolloutJson.write(info));
        }
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("all_full_ids", sessions);
        last.put("last_id", sessions.size() - 1);
        last.put("last_full_id", sessions.getLast());
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("paths", catalogs);
        listed.put("current_index", index);
        listed.put("max_len", MAX_LENGTH);
        listed.put("deleted_indexes", deleted);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("created_at", createdAt);
        made.put("sessions", last);
        return List.of(types.keySet(), types.values(), Map.of(TubKeys.SESSIONS, described), made, listed);
    }

    private void writeLines(String name, List<?> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(ForeignJson.write(line)).append('\n'));
        Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    }
}
