package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
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
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.labelling.DatasetException;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
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

    @Test
    void aTableBesideThePicturesSaysHowWasSteered() throws IOException {
        MadePictures.write(folder.resolve("a1.png"), 16, 8, Color.GRAY);
        MadePictures.write(folder.resolve("a2.png"), 16, 8, Color.GRAY);
        Files.writeString(folder.resolve("log.csv"), "Image,Angle,throttle\nC:\\drive\\a2.png,-0.5,0.25\n");
        Rollout rollout = dataset.rollout(read(15).rollouts().getFirst());
        assertThat(rollout.step(1).executedAction()).contains(new Action(ActionSpec.STEER, -0.5f));
        assertThat(rollout.step(0).executedAction()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "image,angle/other.png,0.5 | no picture 'other.png'",
        "image,angle/a.png,1.5 | not a number from -1 to 1",
        "image,angle/a.png,NaN | not a number from -1 to 1",
        "image,angle/a.png,0.5/a.png,0.6 | has a row already",
        "image,angle/a.png | 1 cells under 2 columns",
        "image,speed/a.png,3 | no column that holds the steering",
        "image;angle/a.png;0.5 | no column that names the picture",
        "image,image,angle/a.png,a.png,0 | two columns 'image'"})
    void aTableThatCanNotBeUsedIsSaid(String rows, String sentence) throws IOException {
        MadePictures.write(folder.resolve("a.png"), 16, 8, Color.GRAY);
        Files.writeString(folder.resolve("log.csv"), rows.replace('/', '\n'));
        assertThatThrownBy(() -> read(15)).isInstanceOf(DatasetException.class).hasMessageContaining(sentence);
    }

    @Test
    void aCellWithoutAnEndIsSaid() throws IOException {
        MadePictures.write(folder.resolve("a.png"), 16, 8, Color.GRAY);
        Files.writeString(folder.resolve("log.csv"), "image,angle\n\"" + "x".repeat(5_000_000));
        assertThatThrownBy(() -> read(15)).isInstanceOf(DatasetException.class).hasMessageContaining("can't be read as a table");
    }
}
