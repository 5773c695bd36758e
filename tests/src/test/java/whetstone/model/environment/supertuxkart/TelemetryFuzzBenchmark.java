package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import whetstone.model.environment.EnvironmentException;

/** Tries mutations on what is read of the game: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run TelemetryFuzzBenchmark [mutations]}. */
final class TelemetryFuzzBenchmark {
    private TelemetryFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        SplittableRandom random = new SplittableRandom(1);
        long begin = System.nanoTime();
        int told = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] line = mutate((i % 2 == 0 ? TelemetryTest.MOTION : TelemetryTest.CLOCK).getBytes(StandardCharsets.ISO_8859_1), random);
            told += Telemetry.read(new String(line, StandardCharsets.ISO_8859_1)).isPresent() ? 1 : 0;
        }
        System.out.printf("telemetry  %,d mutations in %.1f s: %,d still told something, the others nothing%n", mutations,
                (System.nanoTime() - begin) / 1e9, told);
        driveline(mutations, random);
    }

    private static void driveline(int mutations, SplittableRandom random) throws IOException {
        Path folder = Files.createTempDirectory("driveline");
        Files.writeString(folder.resolve("graph.xml"), "<graph><edge-loop from=\"0\" to=\"3\"/></graph>");
        long begin = System.nanoTime();
        int read = 0;
        for (int i = 0; i < mutations; i++) {
            Files.write(folder.resolve("quads.xml"), mutate(DrivelineFilesTest.QUADS.getBytes(StandardCharsets.UTF_8), random));
            try {
                read += DrivelineFiles.read(folder).length() > 0 ? 1 : 0;
            } catch (EnvironmentException refused) {
                if (refused.getMessage().isBlank()) {
                    throw new IllegalStateException("refused without a sentence", refused);
                }
            }
        }
        System.out.printf("driveline  %,d mutations in %.1f s: %,d read, the others refused with a sentence%n", mutations,
                (System.nanoTime() - begin) / 1e9, read);
    }

    private static byte[] mutate(byte[] good, SplittableRandom random) {
        byte[] bytes = random.nextInt(10) == 0 ? java.util.Arrays.copyOf(good, random.nextInt(2 * good.length)) : good;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
