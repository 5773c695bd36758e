package whetstone.labelling.exchange;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;

/**
 * Writes rollouts with their labels for other tools: {@code frames.csv}, one row a frame, and every picture as PNG (or as the file that
 * it came as) under {@code pictures/<rollout>/}. Columns: rollout, tick, seconds, a path per camera, what was measured
 * ({@code state_...}), the learner's, the executed, the program expert's and the labelled action by dimension, what the stick said where the
 * labelled action is a correction ({@code given_...}), who was in control, the kind of label in force, who gave it, which version of
 * {@link whetstone.labelling.StrokeRepair} it was repaired by, how far it is trusted, events, round, policy and split. What is not known, or
 * is not so, is left empty. {@code rollouts.json} describes each rollout, one on a line: with it {@link CsvImport} reads all of this back.
 * The work log goes with it as {@code sittings.csv}.
 */
public final class CsvExport implements ExportFormat {
    static final String TABLE = "frames.csv";
    static final String DESCRIPTIONS = "rollouts.json";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        return recordings.savedStatesAreLeftOut().stream().toList();
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        CsvColumns columns = new CsvColumns(recordings);
        int frames = recordings.frames();
        int done = 0;
        try (Writer writer = Files.newBufferedWriter(folder.resolve(TABLE)); CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(columns.names());
            for (Recording recording : recordings.recordings()) {
                Files.createDirectories(folder.resolve("pictures").resolve(String.valueOf(recording.id())));
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, frames);
                    Frame frame = recording.frame(tick);
                    Map<String, EncodedPicture> originals = recording.originals(tick);
                    csv.printRecord(columns.row(recording, frame, originals));
                    for (String camera : frame.step().seen().pictures().keySet()) {
                        Files.write(folder.resolve(CsvColumns.place(recording, tick, camera, originals)), file(frame, camera, originals));
                    }
                }
            }
        }
        describe(recordings, folder);
        WorkLogCsv.write(recordings.sittings(), folder);
    }

    private static void describe(Recordings recordings, Path folder) throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(DESCRIPTIONS))) {
            for (Recording recording : recordings.recordings()) {
                writer.write(ForeignJson.write(Map.of("rollout", recording.id(), "info", RolloutJson.write(recording.info()))));
                writer.write('\n');
            }
        }
    }

    private static byte[] file(Frame frame, String camera, Map<String, EncodedPicture> originals) {
        EncodedPicture original = originals.get(camera);
        return original == null ? PictureEncoding.png(frame.step().seen().picture(camera)) : original.toBytes();
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) throws IOException {
        CsvColumns columns = new CsvColumns(recordings);
        int done = 0;
        try (CSVParser parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(folder.resolve(TABLE)))) {
            Iterator<CSVRecord> rows = parser.iterator();
            require(rows.hasNext() && rows.next().toList().equals(columns.names()), "the names of its columns");
            for (Recording recording : recordings.recordings()) {
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, recordings.frames());
                    check(recording, tick, columns, rows, folder);
                }
            }
            require(!rows.hasNext(), "its last row");
        }
    }

    private static void check(Recording recording, int tick, CsvColumns columns, Iterator<CSVRecord> rows, Path folder) {
        Frame frame = recording.frame(tick);
        Map<String, EncodedPicture> originals = recording.originals(tick);
        String place = "tick " + tick + " of rollout " + recording.id();
        require(rows.hasNext() && rows.next().toList().equals(columns.row(recording, frame, originals)), place);
        frame.step().seen().pictures().forEach((camera, picture) -> {
            Path file = folder.resolve(CsvColumns.place(recording, tick, camera, originals));
            require(PictureFile.read(file, place).decode(picture.channels()).equals(picture), "the picture of " + place);
        });
    }

    private static void require(boolean asWritten, String what) {
        if (!asWritten) {
            throw new DatasetException("The export did not read back as it was written: " + what + " differs. Check the disk and try again.");
        }
    }
}
