package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FlatMemoryTest {
    /** As the network's input 2,304 bytes each, 92 MB together: twice the heap of 48 MB. 100,000 of them gave the same picture. */
    private static final int EXAMPLES = 40_000;

    @Test
    @EnabledOnOs(OS.LINUX)
    void trainingOnMorePicturesThanTheHeapHoldsStaysFlat() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-classpath",
                System.getProperty("java.class.path"), FlatMemory.class.getName(), String.valueOf(EXAMPLES)).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).matches("Finished \\d+ \\d+");
        String[] words = printed.split(" ");
        assertThat(Long.parseLong(words[2]) - Long.parseLong(words[1])).as("growth in MB of %s", printed).isLessThan(40);
    }
}
