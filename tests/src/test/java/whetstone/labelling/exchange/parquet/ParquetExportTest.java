package whetstone.labelling.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.Picture;

/** Exports a real file and asks DuckDB what is in it. */
class ParquetExportTest {
    @TempDir Path folder;
    private Dataset dataset;
    private long rollout;

    @BeforeEach
    void export() {
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", 6, 1);
        dataset.append(new JournalEntry.Labelled(0, rollout, "anna", Instant.EPOCH, new Label.Approval(new TickRange(0, 2)))).join();
        dataset.append(new JournalEntry.Labelled(0, rollout, "anna", Instant.EPOCH, new Label.Rejection(new TickRange(2, 3)))).join();
        Export.run(new ParquetExport(), Recordings.of(dataset, List.of(rollout)), folder.resolve("out"), Progress.unseen());
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void everyFrameIsARowWithItsLabel() {
        assertThat(column("label_kind")).containsExactly("approval", "approval", "rejection", null, null, null);
    }

    @Test
    void whatIsToBeImitatedIsAColumn() {
        assertThat(column("wanted_steer")).containsExactly(0f, 0f, null, null, null, null);
    }

    @Test
    void columnsHaveTypes() {
        assertThat(ask("SELECT typeof(tick) || ' ' || typeof(intervention) || ' ' || typeof(events) || ' ' || typeof(recorded_at) FROM frames LIMIT 1"))
                .containsExactly("BIGINT BOOLEAN VARCHAR[] TIMESTAMP WITH TIME ZONE");
    }

    @Test
    void aPictureIsReadBackPixelByPixel() throws IOException {
        byte[] png = (byte[]) ask("SELECT picture_front.bytes FROM frames WHERE tick = 3").getFirst();
        int rgb = ImageIO.read(new ByteArrayInputStream(png)).getRGB(40, 30);
        Picture picture = dataset.rollout(rollout).step(3).seen().picture("front");
        assertThat(rgb & 0xffffff)
                .isEqualTo(picture.sample(30, 40, 0) << 16 | picture.sample(30, 40, 1) << 8 | picture.sample(30, 40, 2));
    }

    private List<Object> column(String name) {
        return ask("SELECT " + name + " FROM frames ORDER BY tick");
    }

    private List<Object> ask(String question) {
        return ParquetQuery.ask(question.replace("FROM frames", "FROM '" + folder.resolve("out").resolve("frames.parquet") + "'"));
    }
}
