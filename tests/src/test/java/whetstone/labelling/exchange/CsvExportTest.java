package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Sitting;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.replay.PlaybackSegment;

/** Exports a real file and reads the export back. */
class CsvExportTest {
    @TempDir Path folder;
    private Dataset dataset;
    private long rollout;

    @BeforeEach
    void record() {
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", 6, 1);
        dataset.append(new JournalEntry.Labelled(0, rollout, "anna", Instant.EPOCH, new Label.Approval(new TickRange(0, 2)))).join();
        dataset.append(new JournalEntry.Labelled(0, rollout, "anna", Instant.EPOCH, new Label.Rejection(new TickRange(2, 3)))).join();
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void everyFrameIsARowWithItsLabel() throws IOException {
        write();
        assertThat(rows()).extracting(row -> row.get("label_kind")).containsExactly("approval", "approval", "rejection", "", "", "");
    }

    @Test
    void aRejectedFrameHasNoLabelledAction() throws IOException {
        write();
        assertThat(rows()).extracting(row -> row.get("label_steer")).containsExactly("0.0", "0.0", "", "", "", "");
    }

    @Test
    void aPictureIsReadBackPixelByPixel() throws IOException {
        write();
        int rgb = ImageIO.read(folder.resolve("out").resolve(rows().get(3).get("picture_front")).toFile()).getRGB(40, 30);
        whetstone.model.Picture picture = dataset.rollout(rollout).step(3).seen().picture("front");
        assertThat(rgb & 0xffffff)
                .isEqualTo(picture.sample(30, 40, 0) << 16 | picture.sample(30, 40, 1) << 8 | picture.sample(30, 40, 2));
    }

    @Test
    void aCancelledExportLeavesNothing() {
        Export.run(new CsvExport(), Recordings.of(dataset, List.of(rollout)), folder.resolve("out"), new Progress(_ -> { }, () -> true));
        assertThat(folder.toFile().list()).allMatch(name -> name.contains("test.whetstone"));
    }

    @Test
    void anExportIsNeverOverwritten() {
        write();
        assertThatThrownBy(this::write).isInstanceOf(DatasetException.class).hasMessageContaining("choose an empty or a new folder");
    }

    @Test
    void aCorrectionIsWrittenAsItWasMeantAndAsItWasGiven() throws IOException {
        dataset.experts().save(new Calibration(0, "anna", "wheel", 1, 0.25, 0.02, 2, 0, 0.9, Instant.EPOCH)).join();
        var action = dataset.rollout(rollout).info().environment().action();
        StrokeWriter stroke = dataset.beginStroke(rollout, "anna", "wheel", Instant.EPOCH, 10, action);
        stroke.append(new PlaybackSegment(0, 3, 1));
        stroke.append(new StrokeSamples(1, new long[] {0, 1_000_000_000}, new float[] {0.5f, 0.5f}));
        stroke.finish(List.of(new TickRange(3, 5))).join();
        write();
        CSVRecord row = rows().get(3);
        assertThat(List.of(row.get("label_steer"), row.get("given_steer"), row.get("label_repair"))).containsExactly("0.25", "0.5", "1");
    }

    @Test
    void whatWasNotRepairedNamesNoRepair() throws IOException {
        write();
        assertThat(rows()).extracting(row -> row.get("label_repair")).containsOnly("");
    }

    @Test
    void theWorkLogGoesWithTheFrames() throws IOException {
        dataset.experts().save(new Sitting(0, "anna", "wheel", Instant.EPOCH, Instant.EPOCH.plusSeconds(90), 80, 12.5, 4, 1, Map.of(0.25, 60.0))).join();
        write();
        assertThat(Files.readAllLines(folder.resolve("out").resolve("sittings.csv")).getLast())
                .isEqualTo("1,anna,wheel,1970-01-01T00:00:00Z,1970-01-01T00:01:30Z,80.0,12.5,4,1,0.25:60.0");
    }

    private void write() {
        Export.run(new CsvExport(), Recordings.of(dataset, List.of(rollout)), folder.resolve("out"), Progress.unseen());
    }

    private List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = format.parse(Files.newBufferedReader(folder.resolve("out").resolve("frames.csv")))) {
            return parser.getRecords();
        }
    }
}
