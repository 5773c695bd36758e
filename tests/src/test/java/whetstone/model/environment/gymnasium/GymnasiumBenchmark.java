package whetstone.model.environment.gymnasium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import whetstone.model.Action;

/**
 * What the bridge itself costs: decisions in a stand-in environment whose pictures of 96 x 96 RGB cost next to nothing, from the call of
 * {@code step} to the observation in hand. {@code tests/benchmarks/run GymnasiumBenchmark [DECISIONS]}
 */
public final class GymnasiumBenchmark {
    private static final int WARM_UP = 2_000;

    private GymnasiumBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int decisions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("gymnasium-benchmark");
        String python = Pythons.standIn(folder, Path.of("tests/src/test/resources/gymnasium-stand-in"));
        try (GymnasiumEnvironment environment = GymnasiumEnvironment.start(python, GymnasiumPlace.parse("Large-v0"))) {
            environment.reset(1);
            Action left = environment.spec().action().clamp(-0.5f, 0);
            Action right = environment.spec().action().clamp(0.5f, 0);
            long[] nanos = new long[decisions];
            for (int i = -WARM_UP; i < decisions; i++) {
                long start = System.nanoTime();
                environment.step((i & 1) == 0 ? left : right);
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - start;
                }
            }
            Arrays.sort(nanos);
            System.out.println(String.format(Locale.ROOT, "%,d decisions at 96 x 96 RGB: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, worst %.1f ms",
                    decisions, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1)));
        } finally {
            Files.delete(folder.resolve("python"));
            Files.delete(folder);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
