package whetstone.labelling.exchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.LabelledDataset;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;

/** What goes out as HDF5 comes back as it was. */
class Hdf5RoundTripTest {
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
    void everyFrameActionAndLabelComesBack(String format) {
        Path out = export(format);
        try (Dataset other = SqliteDataset.create(folder.resolve("other.whetstone"));
             ImportSource source = Formats.imported(format).orElseThrow().open(out, ImportOptions.usual(InstantSource.system()))) {
            List<Long> imported = Import.into(other, source, Progress.unseen()).rollouts();
            Recordings back = Recordings.of(other, imported);
            for (int index = 0; index < 2; index++) {
                Recording was = recordings.recordings().get(index);
                Recording is = back.recordings().get(index);
                assertThat(is.info().environment()).isEqualTo(was.info().environment());
                for (int tick = 0; tick < was.length(); tick++) {
                    assertSame(was.frame(tick), is.frame(tick));
                }
            }
        }
    }

    private static void assertSame(Frame was, Frame is) {
        assertThat(is.step().seen()).isEqualTo(was.step().seen());
        assertThat(is.step().learnerAction()).isEqualTo(was.step().learnerAction());
        assertThat(is.step().executedAction()).isEqualTo(was.step().executedAction());
        assertThat(is.step().control()).isEqualTo(was.step().control());
        assertThat(is.wanted().map(Action::steer)).isEqualTo(was.wanted().map(Action::steer));
        assertThat(is.said().map(said -> said.kind() + said.expert())).isEqualTo(was.said().map(said -> said.kind() + said.expert()));
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
