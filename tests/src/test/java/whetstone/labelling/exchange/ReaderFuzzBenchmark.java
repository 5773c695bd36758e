package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries many mutations on the readers: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run ReaderFuzzBenchmark
 * [mutations] [format ...]}.
 */
final class ReaderFuzzBenchmark {
    private ReaderFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        List<String> formats = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length)
                : List.of("donkeycar", "udacity", "csv", "frames");
        for (String format : formats) {
            Path good = GoodFolders.write(format, Files.createTempDirectory("fuzz-" + format));
            long begin = System.nanoTime();
            ReaderFuzz.Result result = ReaderFuzz.run(Formats.imported(format.replace("-foreign", "")).orElseThrow(), good, 1_000_000, mutations);
            System.out.printf("%-20s %,d mutations in %.0f s: %,d read, %,d refused with a sentence, slowest %.0f ms, at most %d MB of memory%n",
                    format, mutations, (System.nanoTime() - begin) / 1e9, result.accepted(), result.refused(), result.slowestMilliseconds(),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
