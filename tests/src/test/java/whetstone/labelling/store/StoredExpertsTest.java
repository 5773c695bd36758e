package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whetstone.labelling.store.Recordings.AT;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.DatasetException;
import whetstone.labelling.Repeat;
import whetstone.labelling.Sitting;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;

class StoredExpertsTest {
    @TempDir
    private Path folder;
    private Path file;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        file = folder.resolve("test.whetstone");
        dataset = SqliteDataset.create(file);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private void reopen() {
        dataset.close();
        dataset = SqliteDataset.open(file);
    }

    @Test
    void calibrationsComeBackAsSavedAndInTheirOrder() {
        Calibration slow = dataset.experts().save(calibration(0.25)).join();
        Calibration fast = dataset.experts().save(calibration(1)).join();
        reopen();
        assertThat(dataset.experts().calibrations()).containsExactly(slow, fast);
    }

    @Test
    void repeatComesBackAsSaved() {
        long rollout = Recordings.rollout(dataset, 30);
        Repeat saved = dataset.experts().save(new Repeat(0, "ada", rollout, new TickRange(10, 20), AT)).join();
        reopen();
        assertThat(dataset.experts().repeats()).containsExactly(saved);
    }

    @Test
    void repeatOfARolloutThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> dataset.experts().save(new Repeat(0, "ada", 42, new TickRange(10, 20), AT)).join())
                .hasMessageContaining("test.whetstone refused a change that does not fit what it holds");
    }

    @Test
    void sittingComesBackAsSaved() {
        Sitting saved = dataset.experts().save(sitting(0, 3)).join();
        reopen();
        assertThat(dataset.experts().sittings()).containsExactly(saved);
    }

    @Test
    void sittingSavedAgainIsTheSameSitting() {
        long id = dataset.experts().save(sitting(0, 3)).join().id();
        dataset.experts().save(sitting(id, 7)).join();
        assertThat(dataset.experts().sittings()).containsExactly(sitting(id, 7));
    }

    @Test
    void sittingThatIsNotThereCantBeSavedAgain() {
        assertThatThrownBy(() -> dataset.experts().save(sitting(42, 3)).join()).hasMessageContaining("there is no sitting with id 42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gain = 0", "lag_spread_seconds = -1", "peak = 2", "speed = -1", "lag_seconds = 9e999", "at = 'yesterday'"})
    void brokenCalibrationIsSaid(String broken) throws SQLException {
        dataset.experts().save(calibration(1)).join();
        assertSaid("UPDATE calibrations SET " + broken, "a calibration (1) that can't be used", opened -> opened.experts().calibrations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"to_tick = 5", "from_tick = -1", "shown_at = ''"})
    void brokenRepeatIsSaid(String broken) throws SQLException {
        long rollout = Recordings.rollout(dataset, 30);
        dataset.experts().save(new Repeat(0, "ada", rollout, new TickRange(10, 20), AT)).join();
        assertSaid("UPDATE repeats SET " + broken, "a repeated clip (1) that can't be used", opened -> opened.experts().repeats());
    }

    @ParameterizedTest
    @ValueSource(strings = {"strokes = -1", "ended_at = '2020-01-01T00:00:00Z'", "seconds_at_speed = '{\"seconds\": {\"fast\": 1}}'",
            "seconds_at_speed = '{\"seconds\": {\"1.0\": null}}'", "seconds_at_speed = '{}'", "seconds_at_screen = 9e999"})
    void brokenSittingIsSaid(String broken) throws SQLException {
        dataset.experts().save(sitting(0, 3)).join();
        assertSaid("UPDATE sittings SET " + broken, "a sitting (1) that can't be used", opened -> opened.experts().sittings());
    }

    private void assertSaid(String damage, String sentence, Function<SqliteDataset, List<?>> reading) throws SQLException {
        dataset.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.executeUpdate(damage);
        }
        dataset = SqliteDataset.open(file);
        assertThatThrownBy(() -> reading.apply(dataset)).isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("test.whetstone holds " + sentence);
    }

    private static Calibration calibration(double speed) {
        return new Calibration(0, "ada", "wheel", speed, 0.31, 0.04, 0.9, -0.02, 0.83, AT);
    }

    private static Sitting sitting(long id, int strokes) {
        return new Sitting(id, "ada", "wheel", AT, AT.plusSeconds(600), 540.5, 61.25, strokes, 1, Map.of(0.25, 400.0, 1.0, 140.5));
    }
}
