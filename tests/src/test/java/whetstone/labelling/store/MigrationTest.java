package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Round;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;
import whetstone.model.Rollout;

/** A file that the program's first version wrote: 30 steps, a stroke, an approval and its undo, a policy that drives, a round. */
class MigrationTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fileOfVersion1() throws IOException {
        file = folder.resolve("test.whetstone");
        try (InputStream in = MigrationTest.class.getResourceAsStream("version-1.whetstone")) {
            Files.copy(in, file);
        }
    }

    @Test
    void copyOfTheOlderFileIsKeptAsItWas() throws IOException {
        SqliteDataset.open(file).close();
        List<String> released = Migrations.released().scripts();
        Path copy = folder.resolve("test-version-1.whetstone");
        assertThat(Connections.writing(copy).<Integer, RuntimeException>withHandle(Migrations::version)).isEqualTo(1)
                .isLessThan(released.size());
    }

    @Test
    void recordingsOfAnOlderFileAreKept() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            Rollout rollout = dataset.rollout(dataset.rollouts().getFirst().id());
            assertThat(IntStream.range(0, 30).mapToObj(rollout::step).toList())
                    .isEqualTo(IntStream.range(0, 30).mapToObj(tick -> Recordings.step(rollout.info().environment(), tick)).toList());
        }
    }

    @Test
    void labelsOfAnOlderFileAreKept() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            long rollout = dataset.rollouts().getFirst().id();
            assertThat(dataset.journal(rollout)).hasExactlyElementsOfTypes(JournalEntry.Labelled.class, JournalEntry.Labelled.class,
                    JournalEntry.Undone.class);
            assertThat(dataset.track(rollout).spans()).singleElement()
                    .satisfies(span -> assertThat(span.range()).isEqualTo(new TickRange(10, 20)));
        }
    }

    @Test
    void strokesOfAnOlderFileWereGivenWithAStick() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            JournalEntry.Labelled entry = (JournalEntry.Labelled) dataset.journal(dataset.rollouts().getFirst().id()).getFirst();
            assertThat(((Label.Correction) entry.label()).stroke().origin()).isEqualTo(Stroke.Origin.STICK);
        }
    }

    @Test
    void roundsOfAnOlderFileAreKeptWithNothingMeasuredSince() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            long policy = dataset.driver().orElseThrow().id();
            assertThat(dataset.rounds()).containsExactly(new Round(1, 1, OptionalLong.empty(), OptionalLong.of(policy), List.of(1L), 10,
                    "{}", 3, OptionalDouble.of(0.5), new Round.Measured(0.02, 0, 0.06, 100), Round.Measured.NOT, Recordings.AT));
        }
    }

    @Test
    void fileOfANewerVersionIsSaid() {
        open(andThen("CREATE TABLE more (id INTEGER)")).close();
        int known = Migrations.released().scripts().size();
        assertThatThrownBy(() -> SqliteDataset.open(file)).isInstanceOf(DatasetException.class)
                .hasMessageContaining("test.whetstone was written by a newer Whetstone (its version is " + (known + 1)
                        + ", this program knows up to " + known + "): update this program");
    }

    @Test
    void migrationThatFailsLeavesTheFileAtItsVersion() {
        assertThatThrownBy(() -> open(andThen("DROP TABLE settings; CREATE TABLE broken ("))).isInstanceOf(DatasetException.class);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.setting("expert")).contains("ada");
        }
    }

    private static Migrations andThen(String script) {
        List<String> scripts = new ArrayList<>(Migrations.released().scripts());
        scripts.add(script);
        return new Migrations(scripts);
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
}
