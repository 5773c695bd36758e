package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Rollout;

class FrameFolderImportTest {
    @TempDir
    private Path folder;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private ImportResult read(double framesPerSecond) {
        return Import.into(dataset, new FrameFolderImport().open(folder,
                ImportOptions.usual(InstantSource.system()).withFramesPerSecond(framesPerSecond)), Progress.unseen());
    }

    @Test
    void framesComeInTheOrderThatPeopleCount() {
        MadePictures.write(folder.resolve("frame10.png"), 16, 8, new Color(100, 100, 100));
        MadePictures.write(folder.resolve("frame9.png"), 16, 8, new Color(90, 90, 90));
        MadePictures.write(folder.resolve("frame100.png"), 16, 8, new Color(200, 200, 200));
        Rollout rollout = dataset.rollout(read(15).rollouts().getFirst());
        assertThat(List.of(0, 1, 2)).map(tick -> rollout.step(tick).seen().picture("front").sample(0)).containsExactly(90, 100, 200);
    }

    @Test
    void nobodyKnowsWhatWasDoneOnUnlabelledFrames() {
        MadePictures.write(folder.resolve("a.png"), 16, 8, Color.GRAY);
        Rollout rollout = dataset.rollout(read(15).rollouts().getFirst());
        assertThat(rollout.step(0).executedAction()).isEmpty();
        assertThat(rollout.step(0).learnerAction()).isEmpty();
    }

    @Test
    void emptyFolderIsSaid() {
        assertThatThrownBy(() -> read(15)).hasMessageContaining("holds no picture");
    }

    @Test
    void rateThatIsNoneIsSaid() {
        assertThatThrownBy(() -> read(Double.NaN)).hasMessageContaining("frames per second");
    }
}
