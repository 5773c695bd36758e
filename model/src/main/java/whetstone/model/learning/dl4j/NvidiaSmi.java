package whetstone.model.learning.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks NVIDIA's own program, which comes with the driver, what GPUs there are. */
final class NvidiaSmi {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_REPORT = 16_384;

    private final List<String> command;

    NvidiaSmi() {
        this(List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader"));
    }

    NvidiaSmi(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** What it printed; empty where it is missing, fails or does not answer within five seconds. */
    Optional<String> report() {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return answer(process);
        } catch (IOException missing) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> answer(Process process) throws IOException, InterruptedException {
        try (InputStream output = process.getInputStream()) {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(output.readNBytes(LONGEST_REPORT), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
