package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.RolloutWriter;
import whetstone.model.EnvironmentSpec;

/** A disk that is full, or too slow: a sentence, and what was recorded before is kept. */
class FullDiskTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.whetstone");
    }

    @Test
    void fullDiskStopsARecordingWithASentence() {
        try (SqliteDataset dataset = smallDisk()) {
            EnvironmentSpec road = Recordings.environment(64, 48);
            RolloutWriter writer = dataset.record(Recordings.info(road));
            IntStream.range(0, 3000).forEach(tick -> writer.append(Recordings.step(road, tick)));
            assertThatThrownBy(() -> writer.finish().join()).hasRootCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("test.whetstone could not be written: the disk is full. What was saved before is kept");
        }
    }

    @Test
    void whatWasRecordedBeforeTheDiskWasFullIsKept() {
        try (SqliteDataset dataset = smallDisk()) {
            EnvironmentSpec road = Recordings.environment(64, 48);
            RolloutWriter writer = dataset.record(Recordings.info(road));
            IntStream.range(0, 3000).forEach(tick -> writer.append(Recordings.step(road, tick)));
            writer.finish().handle((_, _) -> 0).join();
        }
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            int last = dataset.rollouts().getFirst().length() - 1;
            assertThat(last).isPositive();
            assertThat(dataset.rollout(dataset.rollouts().getFirst().id()).step(last).tick()).isEqualTo(last);
        }
    }

    @Test
    void diskThatCantFollowStopsTheRecordingAndNeverTheDriver() throws InterruptedException {
        ExecutorService store = Executors.newSingleThreadExecutor();
        CountDownLatch diskWorks = new CountDownLatch(1);
        try (SqliteDataset dataset = SqliteDataset.open(file, store, Migrations.released(), 200_000, Optional.of(store))) {
            store.execute(() -> await(diskWorks));
            EnvironmentSpec road = Recordings.environment(64, 48);
            RolloutWriter writer = dataset.record(Recordings.info(road));
            IntStream.range(0, 100).forEach(tick -> writer.append(Recordings.step(road, tick)));
            assertThat(writer.fault()).hasValueSatisfying(sentence -> assertThat(sentence)
                    .contains("is on a disk that can't follow the recording: it stopped at tick 20 and what came before is kept"));
            diskWorks.countDown();
            writer.finish().handle((_, _) -> 0).join();
            assertThat(dataset.rollouts().getFirst().length()).isEqualTo(20);
        }
    }

    private SqliteDataset open(Migrations migrations) {
        ExecutorService store = Executors.newSingleThreadExecutor();
        try {
            return SqliteDataset.open(file, store, migrations, 1 << 26, Optional.of(store));
        } catch (RuntimeException failure) {
            store.shutdown();
            throw failure;
        }
    }

    /** A file that SQLite lets grow to 300 pages of 4 KiB. */
    private SqliteDataset smallDisk() {
        List<String> scripts = new ArrayList<>(Migrations.released().scripts());
        scripts.set(0, scripts.getFirst() + "; PRAGMA max_page_count = 300");
        return open(new Migrations(scripts));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
