package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Dataset;
import whetstone.labelling.TrainingLog.Outcome;
import whetstone.labelling.TrainingLog.Run;
import whetstone.labelling.store.SqliteDataset;

/** A real process trains a network on a dataset file and is killed in the middle; then the file is opened here. */
class KilledTrainingTest {
    private static final int EPOCHS = 3;

    @TempDir
    private Path folder;

    @Test
    void killedInATrainingRunTheFileSaysThatItWasInterrupted() throws IOException {
        try (Dataset dataset = SkywayDataset.empty(folder)) {
            SkywayDataset.byExpert(dataset, "alpha", 64, 1);
        }
        killAfterSomeEpochs();
        try (Dataset dataset = SqliteDataset.open(folder.resolve("test.whetstone"))) {
            Run run = dataset.trainings().runs().getFirst();
            assertThat(run.outcome()).isEqualTo(new Outcome.Interrupted());
            // The epoch printed last may still have been on its way to the disk.
            assertThat(dataset.trainings().epochs(run.id())).hasSizeGreaterThanOrEqualTo(EPOCHS - 1).hasSize(run.epochsDone());
            assertThat(run.plan().labels()).isEqualTo(64);
            assertThat(dataset.policies()).isEmpty();
        }
    }

    private void killAfterSomeEpochs() throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--")).forEach(command::add);
        command.addAll(List.of(KilledTraining.class.getName(), folder.resolve("test.whetstone").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = ""; !line.equals("epoch " + EPOCHS); line = lines.readLine()) {
                assertThat(line).as("the program ended by itself").isNotNull();
            }
        } finally {
            program.destroyForcibly().onExit().join();
        }
    }
}
