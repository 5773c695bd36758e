package whetstone.labelling.exchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few hundred mutations of every kind of HDF5 file; {@code tests/benchmarks/run Hdf5FuzzBenchmark} tries a hundred thousand. */
class Hdf5FuzzTest {
    private static final int MUTATIONS = 150;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"robomimic", "minari"})
    void aReaderReadsOrSaysWhyNot(String format) throws IOException {
        for (Map.Entry<String, byte[]> file : GoodHdf5.files(format).entrySet()) {
            Path place = Files.createDirectory(folder.resolve(file.getKey()));
            try (Hdf5Fuzz fuzz = new Hdf5Fuzz(GoodHdf5.reader(format), place, Duration.ofSeconds(20))) {
                assertThat(fuzz.run(file.getValue(), 1, MUTATIONS).refused()).as(file.getKey()).isBetween(5, MUTATIONS);
            }
        }
    }
}
