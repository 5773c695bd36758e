package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.StrokeSamples;
import whetstone.model.Rollout;
import whetstone.model.policy.PolicyVersion;

/** A real process works on a dataset file and is killed; then the file is opened here. */
class KilledProgramTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.whetstone");
    }

    @Test
    void killedInAStrokeLosesAtMostAQuarterOfASecondOfIt() throws IOException {
        List<String> printed = kill("stroke", 150);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            JournalEntry.Labelled entry = (JournalEntry.Labelled) dataset.journal(dataset.rollouts().getFirst().id()).getLast();
            StrokeSamples samples = ((Label.Correction) entry.label()).stroke().samples();
            long lost = Long.parseLong(printed.getLast()) - samples.nanos(samples.size() - 1);
            assertThat(lost).isLessThanOrEqualTo(250_000_000L);
        }
    }

    @Test
    void killedInAStrokeKeepsItAsACorrectionUpToThere() throws IOException {
        kill("stroke", 150);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            // 150 samples, 8 ms apart, less 250 ms, at 30 ticks a second: at least 28 ticks.
            assertThat(dataset.labels()).isGreaterThan(20);
        }
    }

    @Test
    void killedInARecordingKeepsWholeSteps() throws IOException {
        kill("recording", 300);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            RolloutSummary summary = dataset.rollouts().getFirst();
            Rollout rollout = dataset.rollout(summary.id());
            assertThat(summary.finished()).isFalse();
            assertThat(IntStream.range(0, summary.length()).mapToObj(rollout::step))
                    .hasSizeGreaterThan(100).allMatch(step -> step.equals(Recordings.step(summary.info().environment(), step.tick())));
        }
    }

    @Test
    void killedInATrainingRunLeavesLabelsAndPoliciesAsTheyWere() throws IOException {
        kill("training", 500);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.labels()).isEqualTo(300);
            assertThat(dataset.policies()).isEmpty();
        }
    }

    @Test
    void killedInARoundLeavesNoRoundWithoutItsPolicy() throws IOException {
        List<String> printed = kill("rounds", 40);
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            List<Long> policies = dataset.policies().stream().map(PolicyVersion::id).toList();
            assertThat(dataset.rounds()).hasSizeGreaterThanOrEqualTo(printed.size())
                    .allMatch(round -> policies.contains(round.newPolicy().orElseThrow()) && round.rollouts().size() == 1);
        }
    }

    @Test
    void fileThatAnotherProgramHasOpenIsSaidAndFreeOnceItIsKilled() throws IOException {
        Process program = start("recording");
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).as("a recording").isNotNull();
            assertThatThrownBy(() -> SqliteDataset.open(file))
                    .hasMessage("test.whetstone is open in another window or program: close it there first.");
        } finally {
            program.destroyForcibly().onExit().join();
        }
        SqliteDataset.open(file).close();
    }

    /** Runs the program until it printed so many lines, kills it and gives all it printed. */
    private List<String> kill(String doing, int after) throws IOException {
        Process program = start(doing);
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            List<String> printed = new java.util.ArrayList<>();
            while (printed.size() < after) {
                String line = lines.readLine();
                assertThat(line).as("the program ended by itself").isNotNull();
                printed.add(line);
            }
            // Through its handle, since Process.destroyForcibly throws away what was printed and not yet read.
            program.toHandle().destroyForcibly();
            lines.lines().forEach(printed::add);
            return printed;
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(String doing) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx256m", KilledProgram.class.getName(), file.toString(), doing);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
