package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;

/** What every format's export has in common: it is there as a whole and as it was meant, or not at all. */
class ExportTest {
    @TempDir Path folder;
    private Dataset dataset;
    private Recordings recordings;

    @BeforeEach
    void record() {
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 4, 1);
        recordings = Recordings.of(dataset, List.of(1L));
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void anExportAppearsOnlyWhenItWasReadBack() {
        Path out = folder.resolve("new/out");
        assertThat(Export.run(new CsvExport(), recordings, out, Progress.unseen())).isEqualTo(new Export.Result(1, 4, 4, false));
        assertThat(out.getParent().toFile().list()).containsExactly("out");
    }

    @Test
    void aFolderThatIsEmptyIsTaken() throws IOException {
        Path out = Files.createDirectory(folder.resolve("empty"));
        Export.run(new CsvExport(), recordings, out, Progress.unseen());
        assertThat(out.resolve("frames.csv")).exists();
    }

    @Test
    void whatDoesNotReadBackAsItWasIsNotLeftThere() {
        assertThatThrownBy(() -> Export.run(new Damaged(), recordings, folder.resolve("out"), Progress.unseen()))
                .isInstanceOf(DatasetException.class).hasMessageContaining("tick 0 of rollout 1");
        assertThat(folder.toFile().list()).allMatch(name -> name.contains("test.whetstone"));
    }

    @Test
    void aRolloutIsForTrainingOrForValidationAndStaysSo() {
        List<Long> ids = java.util.stream.LongStream.rangeClosed(2, 10).map(_ -> SkywayDataset.byExpert(dataset, "alpha", 2, 1)).boxed().toList();
        List<Recording.Split> drawn = Recordings.of(dataset, ids).recordings().stream().map(Recording::split).toList();
        assertThat(drawn).contains(Recording.Split.VALIDATION, Recording.Split.TRAINING)
                .isEqualTo(Recordings.of(dataset, ids).recordings().stream().map(Recording::split).toList());
    }

    /** Writes as it should, and then loses a table's last digit. */
    private static final class Damaged implements ExportFormat {
        private final CsvExport whole = new CsvExport();

        @Override
        public String name() {
            return "damaged";
        }

        @Override
        public List<String> limits(Recordings all) {
            return List.of();
        }

        @Override
        public void write(Recordings all, Path into, Progress progress) throws IOException {
            whole.write(all, into, progress);
            Path table = into.resolve("frames.csv");
            Files.writeString(table, Files.readString(table).replaceFirst("0\\.0000", "0.0001"));
        }

        @Override
        public void check(Recordings all, Path written, Progress progress) throws IOException {
            whole.check(all, written, progress);
        }
    }
}
