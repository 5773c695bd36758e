package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.model.ActionSpec;

/** A file that is whole but holds nonsense: one sentence that says where, and the rest can still be used. */
class BadContentsTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.whetstone");
    }

    @Test
    void pictureThatUnpacksToMoreThanItsCameraGivesIsRefused() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE pictures SET bytes = ?", Zstd.compress(new byte[50_000_000]));
        assertFrameSaid("the picture is damaged, or not 16 x 12");
    }

    @Test
    void garbageForAPictureIsRefused() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE pictures SET bytes = ?", new byte[] {1, 2, 3});
        assertFrameSaid("the picture is damaged, or not 16 x 12");
    }

    @Test
    void actionOutOfItsBoundsIsRefused() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE frames SET learner = ?", Blobs.floats(7));
        assertFrameSaid("'steer' is 7.0, outside -1.0 to 1.0");
    }

    @Test
    void cameraOfAbsurdSizeIsRefusedBeforeMemoryIsTaken() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE environments SET spec = replace(spec, '\"width\":16', '\"width\":2000000000')");
        assertFrameSaid("a camera of 2000000000 x 12 is larger than any");
    }

    @Test
    void environmentThatIsNoJsonIsRefused() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE environments SET spec = 'nonsense'");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(dataset::rollouts).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a rollout (1) that can't be used: its description can't be read");
        }
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws SQLException {
        Recordings.filled(file);
        sql("UPDATE policies SET weights = ?", Blobs.floats(Float.NaN));
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(dataset::policies).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a policy (1) that can't be used: a weight is NaN");
        }
    }

    @Test
    void labelOfNoTicksIsRefused() throws SQLException {
        Recordings.filled(file);
        sql("DROP TRIGGER journal_is_never_changed");
        sql("UPDATE journal SET to_tick = -1");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(() -> dataset.examples(ActionSpec.STEER)).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a label that can't be used: ticks 0 to -1 are no range");
        }
    }

    @Test
    void damagedUnfinishedStrokeDoesNotKeepTheFileFromOpening() throws SQLException {
        Recordings.filled(file);
        sql("INSERT INTO strokes (rollout, expert, device, started_at, ticks_per_second, action, state)"
                + " VALUES (1, 'ada', 'wheel', 'never', 30, '{}', 'open')");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.labels()).isEqualTo(5);
        }
    }

    @Test
    void journalCantBeRewritten() {
        Recordings.filled(file);
        assertThatThrownBy(() -> sql("DELETE FROM journal")).hasMessageContaining("the journal is append-only");
    }

    private void assertFrameSaid(String reason) {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(() -> dataset.rollout(1).step(2)).isInstanceOf(DatasetException.class)
                    .hasMessageContaining("test.whetstone holds a frame (tick 2 of rollout 1) that can't be used: " + reason);
        }
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
}
