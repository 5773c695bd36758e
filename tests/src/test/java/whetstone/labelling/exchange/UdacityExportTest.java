package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;

/** A log of two rollouts recorded at the same time: one that the expert drove, and one of the learner with one approved frame of four. */
class UdacityExportTest {
    @TempDir
    private Path folder;
    private Dataset dataset;

    @BeforeEach
    void record() {
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 3, 1);
        long second = SkywayDataset.byLearner(dataset, "alpha", 4, 1);
        dataset.append(new JournalEntry.Labelled(0, second, "anna", Instant.EPOCH, new Label.Approval(new TickRange(1, 2)))).join();
        dataset.append(new JournalEntry.Labelled(0, second, "anna", Instant.EPOCH, new Label.Rejection(new TickRange(2, 3)))).join();
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void rowsAreSevenCellsWithoutAHeader() throws IOException {
        assertThat(rows(1L, 2L)).allMatch(row -> row.split(",", -1).length == 7).noneMatch(row -> row.contains("steering"));
    }

    @Test
    void onlyFramesOfWhichItIsKnownWhatIsToBeImitatedAreThere() throws IOException {
        assertThat(rows(1L, 2L)).hasSize(4);
    }

    @Test
    void rolloutsOfTheSameTimeFollowEachOther() throws IOException {
        assertThat(rows(1L, 2L)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void picturesAreNamedByTheirTimeBelowTheLog() throws IOException {
        assertThat(rows(1L).get(1)).startsWith("IMG/center_2026_11_20_10_15_30_100.jpg,,,");
        assertThat(folder.resolve("log/IMG/center_2026_11_20_10_15_30_100.jpg")).isRegularFile();
    }

    @Test
    void whatTheLogCanNotHoldIsSaid() {
        assertThat(new UdacityExport().limits(Recordings.of(dataset, List.of(1L, 2L))))
                .anyMatch(limit -> limit.startsWith("3 frames are left out")).anyMatch(limit -> limit.contains("throttle and brake"))
                .anyMatch(limit -> limit.startsWith("All rollouts become one log")).anyMatch(limit -> limit.contains("'left' and 'right'"));
    }

    @Test
    void rolloutsInWhichNothingIsToBeImitatedAreRefused() {
        long third = SkywayDataset.byLearner(dataset, "alpha", 2, 1);
        assertThatThrownBy(() -> rows(third)).isInstanceOf(DatasetException.class).hasMessageContaining("label some first");
        assertThat(folder.resolve("log")).doesNotExist();
    }

    private List<String> rows(Long... rollouts) throws IOException {
        Export.run(new UdacityExport(), Recordings.of(dataset, List.of(rollouts)), folder.resolve("log"), Progress.unseen());
        return Files.readAllLines(folder.resolve("log/driving_log.csv"));
    }
}
