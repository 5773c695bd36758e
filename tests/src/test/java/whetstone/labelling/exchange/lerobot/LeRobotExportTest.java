package whetstone.labelling.exchange.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.LabelledDrives;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.parquet.ParquetQuery;
import whetstone.labelling.store.SqliteDataset;

/** Exports real drives and asks DuckDB and our own reader what is in the dataset. */
class LeRobotExportTest {
    @TempDir Path folder;
    private Dataset dataset;
    private Recordings recordings;

    @BeforeEach
    void record() {
        dataset = LabelledDrives.in(folder);
        recordings = LabelledDrives.recordings(dataset);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theActionIsWhatIsToBeImitatedElseWhatWasExecuted(Version version) {
        Path out = export(version);
        assertThat(ParquetQuery.ask("SELECT action FROM '" + out + "/data/*/*.parquet' WHERE episode_index = 0 ORDER BY frame_index"))
                .containsExactly(0f, 0f, 0f, 0.25f, 0.25f, 0f);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aFrameOfWhichNothingIsKnownIsNotLabelled(Version version) {
        Path out = export(version);
        assertThat(ParquetQuery.ask("SELECT labelled FROM '" + out + "/data/*/*.parquet' WHERE episode_index = 0 ORDER BY frame_index"))
                .containsExactly(true, true, false, true, true, false);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void labelsComeBackFromItIntoAnotherFile(Version version) {
        Path out = export(version);
        List<Object> before = labels(recordings.recordings().getFirst());
        try (Dataset other = SqliteDataset.create(folder.resolve("other.whetstone"));
             ImportSource source = LeRobotImport.v21().open(out, ImportOptions.usual(java.time.Clock.systemUTC()))) {
            Import.into(other, source, Progress.unseen());
            assertThat(labels(LabelledDrives.recordings(other).recordings().getFirst())).isEqualTo(before);
        }
    }

    @Test
    void aFrameIsFoundByEpisodeAndIndex() {
        Path out = export(Version.V3_0);
        assertThat(ParquetQuery.ask("SELECT d.index FROM '" + out + "/meta/episodes/*/*.parquet' e JOIN '" + out + "/data/*/*.parquet' d "
                + "ON d.index >= e.dataset_from_index AND d.index < e.dataset_to_index WHERE e.episode_index = 1 ORDER BY 1"))
                .containsExactly(6L, 7L, 8L, 9L);
    }

    @Test
    void statisticsOfPicturesAreShares() {
        Path out = export(Version.V3_0);
        assertThat(ParquetQuery.ask("SELECT len(\"stats/observation.images.front/mean\") FROM '" + out + "/meta/episodes/*/*.parquet' "
                + "WHERE \"stats/observation.images.front/mean\"[1][1][1] BETWEEN 0.05 AND 0.95")).containsExactly(3L, 3L);
    }

    @Test
    void theTasksFileNamesItsIndexForPandas() {
        Path out = export(Version.V3_0);
        assertThat(ParquetQuery.ask("SELECT decode(value) FROM parquet_kv_metadata('" + out + "/meta/tasks.parquet') WHERE key = 'pandas'"))
                .singleElement().asString().contains("\"index_columns\": [\"task\"]");
    }

    private Path export(Version version) {
        Path out = folder.resolve(version.format());
        Export.run(version == Version.V2_1 ? LeRobotExport.v21() : LeRobotExport.v30(), recordings, out, Progress.unseen());
        return out;
    }

    private static List<Object> labels(Recording recording) {
        List<Object> labels = new ArrayList<>();
        for (int tick = 0; tick < recording.length(); tick++) {
            labels.add(recording.withoutPictures(tick).said().map(said -> said.kind() + " " + said.expert() + " " + said.action()));
        }
        return labels;
    }
}
