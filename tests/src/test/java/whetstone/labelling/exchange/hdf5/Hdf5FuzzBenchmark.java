package whetstone.labelling.exchange.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import whetstone.labelling.exchange.FuzzAttempts;
import whetstone.labelling.exchange.FuzzReport;

/**
 * Tries many mutations on the readers of HDF5, as many on each of the files that others and we wrote: {@code
 * WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run Hdf5FuzzBenchmark [mutations [seed [format]]]}.
 */
final class Hdf5FuzzBenchmark {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Hdf5FuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        List<String> formats = arguments.length > 2 ? List.of(arguments[2]) : List.of("robomimic", "minari");
        Path folder = Files.createTempDirectory("fuzz-hdf5");
        for (String format : formats) {
            var files = new TreeMap<>(GoodHdf5.files(format));
            for (var file : files.entrySet()) {
                int many = mutations / files.size() + 1;
                Path place = Files.createDirectory(folder.resolve(file.getKey()));
                FuzzReport report = new FuzzReport();
                FuzzAttempts.Result result;
                try (Hdf5Fuzz fuzz = new Hdf5Fuzz(GoodHdf5.reader(format), place, LIMIT)) {
                    result = fuzz.run(file.getValue(), seed, many);
                }
                report.print(format + ", " + file.getKey(), result, place);
            }
        }
    }
}
