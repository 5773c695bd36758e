package whetstone.labelling.exchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.LabelledDataset;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recordings;

/** A real dataset as HDF5. */
class Hdf5ExportTest {
    @TempDir Path folder;
    private Dataset dataset;
    private Recordings recordings;

    @BeforeEach
    void label() {
        dataset = LabelledDataset.make(folder);
        recordings = LabelledDataset.recordings(dataset);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"robomimic", "minari"})
    void aDamagedFileIsSaid(String format) throws IOException {
        Path out = export(format);
        Path file = out.resolve(format.equals("minari") ? MinariExport.DATA : RobomimicExport.FILE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(format, out)).hasMessageContaining("hdf5");
    }

    @Test
    void aFileThatIsNoHdf5IsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("text.hdf5"), "this is no HDF5 file, whatever its name says");
        assertThatThrownBy(() -> read("robomimic", file)).hasMessageContaining("no HDF5 file");
    }

    @Test
    void nextObservationsTakeNoRoomOfTheirOwn() throws IOException {
        long robomimic = Files.size(export("robomimic").resolve(RobomimicExport.FILE));
        long minari = Files.size(export("minari").resolve(MinariExport.DATA));
        assertThat(robomimic).isLessThan(minari * 5 / 4);
    }

    private Path export(String format) {
        Path out = folder.resolve("out-" + format);
        Export.run(Formats.export(format).orElseThrow(), recordings, out, Progress.unseen());
        return out;
    }

    private void read(String format, Path place) {
        try (ImportSource source = Formats.imported(format).orElseThrow().open(place, ImportOptions.usual(InstantSource.system()))) {
            source.rollouts().forEach(rollout -> rollout.frames().forEachRemaining(_ -> { }));
        }
    }
}
