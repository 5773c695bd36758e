package whetstone.model.policy.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import whetstone.model.files.TemporaryFolder;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyJson;

/**
 * Lets a model that others made act for the first time in a process of its own: ONNX Runtime is native, and what crashes, hangs or eats
 * memory there would take the program with it. What passes acts in this process from then on.
 */
public final class Probation {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int LONGEST_ANSWER = 4_096;

    private final Duration longest;
    private final long mostMegabytes;

    /**
     * @param longest that starting, opening and acting on ten pictures may take
     * @param mostMegabytes of memory that the process may hold; seen on Linux only
     */
    public Probation(Duration longest, long mostMegabytes) {
        this.longest = longest;
        this.mostMegabytes = mostMegabytes;
    }

    /** Half a minute and 2 GB. */
    public static Probation usual() {
        return new Probation(Duration.ofSeconds(30), 2_048);
    }

    /**
     * @return milliseconds that the model takes for a picture
     * @throws IllegalArgumentException with a sentence where the model did not pass
     * @throws CancellationException when cancelled
     */
    public double of(ForeignModel model, PolicyDescription description, BooleanSupplier cancelled) {
        ForeignInspection.of(model.bytes());
        try (TemporaryFolder folder = TemporaryFolder.create("whetstone-probation")) {
            Files.write(folder.path().resolve("model.onnx"), model.bytes());
            Files.writeString(folder.path().resolve("description.json"), PolicyJson.write(description));
            return judged(answer(folder.path(), cancelled));
        } catch (IOException failure) {
            throw new IllegalArgumentException("the model could not be tried in a process of its own (" + failure.getMessage() + ")", failure);
        }
    }

    private static double judged(String answer) {
        if (answer.startsWith(ProbationProgram.PASSED)) {
            return Double.parseDouble(answer.substring(ProbationProgram.PASSED.length()));
        }
        throw new IllegalArgumentException(answer.startsWith(ProbationProgram.REFUSED) ? answer.substring(ProbationProgram.REFUSED.length())
                : "the model brought down the process that it was tried in; it is not imported");
    }

    /** The last line that the process printed. */
    private String answer(Path folder, BooleanSupplier cancelled) throws IOException {
        Path printed = folder.resolve("answer.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "--enable-native-access=ALL-UNNAMED", "-classpath",
                System.getProperty("java.class.path"), ProbationProgram.class.getName(), folder.resolve("model.onnx").toString(),
                folder.resolve("description.json").toString())
                .redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        try {
            watch(process, cancelled);
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return lastLine(printed);
    }

    private void watch(Process process, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        while (!ended(process)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped by the user");
            }
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new IllegalArgumentException("the model was not done with ten pictures after " + longest.toSeconds() + " s; it is not imported");
            }
            long megabytes = residentMegabytes(process.pid());
            if (megabytes > mostMegabytes) {
                throw new IllegalArgumentException("the model took more than " + mostMegabytes + " MB of memory for a picture; it is not imported");
            }
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the program is being closed");
        }
    }

    /** Zero where the system does not say. */
    private static long residentMegabytes(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        try {
            return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0) : 0;
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static String lastLine(Path printed) throws IOException {
        try (InputStream in = Files.newInputStream(printed)) {
            long size = Files.size(printed);
            in.skipNBytes(Math.max(0, size - LONGEST_ANSWER));
            Optional<String> last = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).lines().reduce((_, line) -> line);
            return last.orElse("");
        }
    }
}
