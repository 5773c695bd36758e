package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.TickRange;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** Whatever is wrong with a file: one sentence, and nothing lost. */
class BadFileTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.whetstone");
    }

    @Test
    void fileThatIsNoDatabaseIsSaid() throws IOException {
        Files.write(file, new byte[5000]);
        assertSaid("test.whetstone is not a Whetstone dataset, or its beginning is damaged.");
    }

    @Test
    void cutOffFileIsSaid() throws IOException {
        filled();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertSaid("test.whetstone is damaged");
    }

    @Test
    void garbageInTheMiddleIsSaid() throws IOException {
        filled();
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length - 4096, (byte) 0x5a);
        Files.write(file, bytes);
        assertSaid("test.whetstone is damaged");
    }

    @Test
    void databaseOfAnotherProgramIsSaidAndLeftAsItIs() throws IOException, SQLException {
        sql("CREATE TABLE theirs (id INTEGER)");
        byte[] before = Files.readAllBytes(file);
        assertSaid("test.whetstone is a database of another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void fileOpenTwiceInOneProgramIsSaid() {
        SqliteDataset first = SqliteDataset.create(file);
        assertSaid("test.whetstone is open in another window or program");
        first.close();
    }

    @Test
    void fileThatIsNotThereIsSaid() {
        assertSaid("test.whetstone is not there: choose another file");
    }

    @Test
    void folderThatCantBeWrittenIsSaid() {
        Path sealed = Path.of("/sys");
        assumeFalse(!Files.isDirectory(sealed) || new java.io.File("/sys/whetstone-test").mkdir(), "needs a folder that nobody may write");
        assertThatThrownBy(() -> SqliteDataset.create(sealed.resolve("test.whetstone"))).isInstanceOf(DatasetException.class)
                .hasMessageContaining("can't be opened for writing: its folder '/sys' is missing or read-only");
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

    @Test
    void pictureThatUnpacksToMoreThanItsCameraGivesIsRefused() throws SQLException {
        filled();
        sql("UPDATE pictures SET bytes = ?", Zstd.compress(new byte[50_000_000]));
        assertFrameSaid("the picture is damaged, or not 16 x 12");
    }

    @Test
    void garbageForAPictureIsRefused() throws SQLException {
        filled();
        sql("UPDATE pictures SET bytes = ?", new byte[] {1, 2, 3});
        assertFrameSaid("the picture is damaged, or not 16 x 12");
    }

    @Test
    void actionOutOfItsBoundsIsRefused() throws SQLException {
        filled();
        sql("UPDATE frames SET learner = ?", Blobs.floats(7));
        assertFrameSaid("'steer' is 7.0, outside -1.0 to 1.0");
    }

    @Test
    void cameraOfAbsurdSizeIsRefusedBeforeMemoryIsTaken() throws SQLException {
        filled();
        sql("UPDATE environments SET spec = replace(spec, '\"width\":16', '\"width\":2000000000')");
        assertFrameSaid("a camera of 2000000000 x 12 is larger than any");
    }

    @Test
    void environmentThatIsNoJsonIsRefused() throws SQLException {
        filled();
        sql("UPDATE environments SET spec = 'nonsense'");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(dataset::rollouts).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a rollout (1) that can't be used: its description can't be read");
        }
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws SQLException {
        filled();
        sql("UPDATE policies SET weights = ?", Blobs.floats(Float.NaN));
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(dataset::policies).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a policy (1) that can't be used: a weight is NaN");
        }
    }

    @Test
    void labelOfNoTicksIsRefused() throws SQLException {
        filled();
        sql("DROP TRIGGER journal_is_never_changed");
        sql("UPDATE journal SET to_tick = -1");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(() -> dataset.examples(ActionSpec.STEER)).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a label that can't be used: ticks 0 to -1 are no range");
        }
    }

    @Test
    void damagedUnfinishedStrokeDoesNotKeepTheFileFromOpening() throws SQLException {
        filled();
        sql("INSERT INTO strokes (rollout, expert, device, started_at, ticks_per_second, action, state)"
                + " VALUES (1, 'ada', 'wheel', 'never', 30, '{}', 'open')");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.labels()).isEqualTo(5);
        }
    }

    @Test
    void journalCantBeRewritten() {
        filled();
        assertThatThrownBy(() -> sql("DELETE FROM journal")).hasMessageContaining("the journal is append-only");
    }

    @Test
    void closedFileIsSaid() {
        SqliteDataset dataset = SqliteDataset.create(file);
        dataset.close();
        assertThatThrownBy(dataset::rollouts).hasMessage("test.whetstone is closed.");
    }

    private void assertSaid(String beginning) {
        assertThatThrownBy(() -> SqliteDataset.open(file)).isInstanceOf(DatasetException.class).hasMessageStartingWith(beginning);
    }

    private void assertFrameSaid(String reason) {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(() -> dataset.rollout(1).step(2)).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a frame (tick 2 of rollout 1) that can't be used: " + reason);
        }
    }

    /** A rollout, a label, a policy and a setting. */
    private void filled() {
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            long rollout = Recordings.rollout(dataset, 100);
            dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Recordings.AT, new Label.Approval(new TickRange(0, 5)))).join();
            dataset.save(new PolicyVersion(0, "v1", OptionalLong.empty(), 1,
                    new PolicyDescription(new PolicyInput("front", 2, 2, PolicyInput.ColourSpace.RGB), new Network.Ridge(1), ActionSpec.STEER),
                    new Weights(new float[13]), 1, 5, OptionalDouble.empty(), Recordings.AT)).join();
            dataset.setSetting("expert", "ada").join();
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

    private void sql(String change, byte[]... blobs) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 0; i < blobs.length; i++) {
                statement.setBytes(i + 1, blobs[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
