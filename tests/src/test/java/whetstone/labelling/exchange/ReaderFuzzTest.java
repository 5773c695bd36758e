package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few hundred mutations of what each text format gives; {@code tests/benchmarks/run ReaderFuzzBenchmark} tries a hundred thousand. */
class ReaderFuzzTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"donkeycar", "udacity", "csv", "frames", "lerobot-v2.1", "lerobot-v3.0-foreign"})
    void aReaderReadsOrSaysWhyNot(String format) throws IOException {
        Path good = GoodFolders.write(format, folder);
        FuzzAttempts.Result result = ReaderFuzz.run(Formats.imported(format.replace("-foreign", "")).orElseThrow(), good, 1, 300);
        assertThat(result.refused()).isBetween(50, 299);
    }
}
