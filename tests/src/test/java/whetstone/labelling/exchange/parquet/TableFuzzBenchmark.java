package whetstone.labelling.exchange.parquet;

import java.io.IOException;
import java.nio.file.Files;

/** Tries many mutations on the Parquet reader: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run TableFuzzBenchmark [mutations]}. */
final class TableFuzzBenchmark {
    private static final int AT_ONCE = 10_000;

    private TableFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var files = TableFuzz.good(Files.createTempDirectory("fuzz-parquet"));
        long begin = System.nanoTime();
        int read = 0;
        int refused = 0;
        for (int done = 0; done < mutations; done += AT_ONCE) {
            TableFuzz.Result result = TableFuzz.run(files, 1_000_000L + done, Math.min(AT_ONCE, mutations - done));
            read += result.accepted();
            refused += result.refused();
            System.out.printf("%,d mutations in %.0f s: %,d read, %,d refused with a sentence, slowest %.0f ms, at most %d MB of memory%n",
                    read + refused, (System.nanoTime() - begin) / 1e9, read, refused, result.slowestMilliseconds(),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
