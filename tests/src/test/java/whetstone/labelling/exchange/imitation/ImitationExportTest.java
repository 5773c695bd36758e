package whetstone.labelling.exchange.imitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.LabelledDataset;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.Picture;

/**
 * Of the first rollout's eight frames ticks 0, 1, 3 and 4 say what is to be imitated, of the second one's five all do: trajectories of 2, 2
 * and 5 actions.
 */
class ImitationExportTest {
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

    @Test
    void framesThatSayNothingToBeImitatedCutATrajectory() throws IOException {
        ReadArray indices = export().get("indices.npy");
        assertThat(indices.header()).contains("'descr': '<i8'", "'shape': (2,)");
        assertThat(indices.values().getLong(0)).isEqualTo(2);
        assertThat(indices.values().getLong(8)).isEqualTo(4);
    }

    @Test
    void everyTrajectoryHasOneMoreObservationThanActions() throws IOException {
        Picture picture = recordings.recordings().getFirst().frame(2).step().seen().pictures().values().iterator().next();
        Map<String, ReadArray> arrays = export();
        assertThat(arrays.get("acts.npy").header()).contains("'shape': (9, ");
        assertThat(arrays.get("obs.npy").header()).contains("'shape': (12, " + picture.height() + ", " + picture.width() + ", 3)");
        assertThat(arrays.get("obs.npy").values().slice(2 * picture.size(), picture.size())).isEqualTo(picture.samples());
    }

    @Test
    void theRepairedLabelIsWhatIsToBeImitated() throws IOException {
        float wanted = recordings.recordings().getFirst().withoutPictures(3).said().orElseThrow().action().orElseThrow().get(0);
        int size = recordings.recordings().getFirst().info().environment().action().size();
        assertThat(export().get("acts.npy").number(2 * size)).isEqualTo(wanted);
    }

    @Test
    void nothingIsPickled() throws IOException {
        assertThat(export().values()).allSatisfy(array -> assertThat(array.header()).doesNotContain("O'"));
    }

    @Test
    void whatIsLeftOutIsSaidBefore() {
        assertThat(new ImitationExport().limits(recordings)).anyMatch(limit -> limit.contains("4 frames") && limit.contains("left out"));
    }

    @Test
    void aByteThatWasWrittenWrongIsNamed() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        ImitationExport format = new ImitationExport();
        format.write(recordings, out, Progress.unseen());
        Path file = out.resolve("training.npz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> format.check(recordings, out, Progress.unseen())).isInstanceOf(DatasetException.class)
                .hasMessageContaining("training.npz");
    }

    @Test
    void recordingsWithoutALabelAreRefused() {
        try (Dataset unlabelled = SkywayDataset.empty(Files.createDirectory(folder.resolve("unlabelled")))) {
            SkywayDataset.byLearner(unlabelled, "alpha", 3, 1);
            Recordings nothing = LabelledDataset.recordings(unlabelled);
            assertThatThrownBy(() -> Export.run(new ImitationExport(), nothing, folder.resolve("none"), Progress.unseen()))
                    .hasMessageContaining("label some first");
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    private Map<String, ReadArray> export() throws IOException {
        Path out = folder.resolve("out");
        Export.run(new ImitationExport(), recordings, out, Progress.unseen());
        return ReadArray.all(out.resolve("training.npz"));
    }
}
