package whetstone.labelling.exchange.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import whetstone.labelling.exchange.FuzzReport;

/** Tries many mutations on the Parquet reader: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run TableFuzzBenchmark [mutations]}. */
final class TableFuzzBenchmark {
    private static final long SEED = 1_000_000;

    private TableFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("fuzz-parquet");
        var files = TableFuzz.good(folder);
        FuzzReport report = new FuzzReport();
        report.print("parquet", TableFuzz.run(files, SEED, mutations), folder);
    }
}
