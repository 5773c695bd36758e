package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.TickRange;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Examples;

/** Memory does not grow with the dataset: 276 MB of pictures pass through a heap of 40 MB, in a process of its own. */
class StreamingTest {
    private static final int FRAMES = 300;

    @TempDir
    private Path folder;

    @Test
    void examplesOfAFileLargerThanTheHeapAreReadToTheLast() throws IOException {
        Path file = folder.resolve("test.whetstone");
        EnvironmentSpec road = Recordings.environment(640, 480);
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            RolloutWriter writer = dataset.record(Recordings.info(road));
            for (int tick = 0; tick < FRAMES; tick++) {
                writer.append(Recordings.step(road, tick), java.util.Map.of());
            }
            long rollout = writer.finish().join();
            dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Recordings.AT, new Label.Approval(new TickRange(0, FRAMES)))).join();
        }
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx40m", Reader.class.getName(), file.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process reader = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(reader.inputReader().readLine()).isEqualTo(FRAMES + " examples read");
    }

    /** Reads every example of a file. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            try (SqliteDataset dataset = SqliteDataset.open(Path.of(arguments[0]))) {
                Examples examples = dataset.examples(ActionSpec.STEER);
                int read = 0;
                while (read < examples.size()) {
                    examples.get(read++);
                }
                System.out.println(read + " examples read");
            }
        }
    }
}
