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
    private static final long SEED = 1_000_000;

    private ReaderFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        List<String> formats = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length)
                : List.of("donkeycar", "udacity", "csv", "frames", "lerobot-v2.1", "lerobot-v2.1-foreign", "lerobot-v3.0", "lerobot-v3.0-foreign");
        for (String format : formats) {
            Path good = GoodFolders.write(format, Files.createTempDirectory("fuzz-" + format));
            FuzzReport report = new FuzzReport();
            report.print(format, ReaderFuzz.run(Formats.imported(format.replace("-foreign", "")).orElseThrow(), good, SEED, mutations), good);
        }
    }
}
