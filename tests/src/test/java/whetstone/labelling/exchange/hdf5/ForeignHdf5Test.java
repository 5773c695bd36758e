package whetstone.labelling.exchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.model.Camera;
import whetstone.model.Picture;

/**
 * Files that h5py and Minari wrote themselves ({@code tests/readers/write_hdf5.py}): gzip with shuffle in tiles across pictures, chunks cut
 * through them, checksums, numbers of both byte orders, symbol tables and the newer file format, JPEG files in values of varying length.
 */
class ForeignHdf5Test {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"robomimic-by-h5py.hdf5", "robomimic-by-h5py-v110.hdf5"})
    void tiledAndShuffledPicturesAreReadToTheSample(String name) throws IOException {
        List<List<ImportedFrame>> read = read("robomimic", name);
        assertThat(read).hasSize(2);
        for (List<ImportedFrame> frames : read) {
            assertThat(frames).hasSize(6);
            for (int row = 0; row < 6; row++) {
                Picture picture = GoodHdf5.picture(frames.get(row), "agentview_image", 3);
                assertThat(List.of(picture.height(), picture.width())).isEqualTo(List.of(6, 8));
                for (int i = 0; i < picture.size(); i++) {
                    assertThat(picture.sample(i)).isEqualTo((row * picture.size() + i) % 251);
                }
            }
        }
    }

    @Test
    void whatWasMeasuredIsReadInBothByteOrdersAndThroughChecksums() throws IOException {
        for (List<ImportedFrame> frames : read("robomimic", "robomimic-by-h5py.hdf5")) {
            // In the order of the names: gripper, then joint, which counts in halves.
            assertThat(frames.get(3).step().seen().state()).isEqualTo(new whetstone.model.StateVector(3, 3, 3.5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"links.hdf5, not followed", "cycle.hdf5, holds itself", "bomb.hdf5, 'says it '"})
    void aHostileFileIsRefused(String name, String why) {
        assertThatThrownBy(() -> read("robomimic", name)).isInstanceOf(DatasetException.class).hasMessageContaining(why);
    }

    @Test
    void picturesThatMinariKeepsAsJpegAreThoseFiles() throws IOException {
        ImportedFrame frame = read("minari", "minari-jpeg.hdf5").getFirst().get(4);
        assertThat(frame.originals()).containsKey("front");
        Picture picture = GoodHdf5.picture(frame, "front", 3);
        assertThat(picture.sample(5, 5, 0)).isCloseTo(200, org.assertj.core.data.Offset.offset(3));
        assertThat(picture.sample(30, 5, 0)).isCloseTo(40, org.assertj.core.data.Offset.offset(3));
    }

    @Test
    void observationsInGroupsOfGroupsAreMeasuredToo() throws IOException {
        assertThat(read("minari", "minari-jpeg.hdf5").getFirst().get(4).step().seen().state())
                .isEqualTo(new whetstone.model.StateVector(0.1f, 0.2f, 4));
    }

    @Test
    void anObservationThatIsOnePictureIsTheCamera() throws IOException {
        ImportedFrame frame = read("minari", "minari-raw.hdf5").get(1).get(2);
        assertThat(frame.step().seen().picture("observations").sample(30, 5, 1)).isEqualTo(20);
    }

    private List<List<ImportedFrame>> read(String format, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), GoodHdf5.foreign(name));
        List<List<ImportedFrame>> rollouts = new ArrayList<>();
        try (ImportSource source = GoodHdf5.reader(format).open(file, ImportOptions.usual(InstantSource.system()))) {
            for (ImportedRollout rollout : source.rollouts()) {
                List<ImportedFrame> frames = new ArrayList<>();
                rollout.frames().forEachRemaining(frames::add);
                for (Camera camera : rollout.info().environment().cameras()) {
                    frames.forEach(frame -> GoodHdf5.picture(frame, camera.name(), camera.channels()));
                }
                rollouts.add(frames);
            }
        }
        return rollouts;
    }
}
