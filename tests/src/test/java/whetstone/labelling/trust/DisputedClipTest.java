package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.TickRange;

/** What two experts steered differently, in the queue. */
class DisputedClipTest {
    private static final TickRange CLIP = new TickRange(10, 40);

    @TempDir
    private Path folder;
    private LabelledFile file;

    @BeforeEach
    void open() {
        file = new LabelledFile(folder, 100);
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Bob", CLIP, TUESDAY);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private List<Clip> disputed() {
        return new ClipQueue(file.dataset).clips().stream().filter(clip -> clip.reason() instanceof Clip.Reason.ExpertsDiffer).toList();
    }

    @Test
    void whatExpertsDifferOnComesBackThoughItIsLabelled() {
        file.steer("Bob", TUESDAY.plusSeconds(20), CLIP, _ -> -0.4);
        assertThat(disputed()).extracting(Clip::range).containsExactly(CLIP);
    }

    @Test
    void whatTheyAgreeOnDoesNot() {
        file.steer("Bob", TUESDAY.plusSeconds(20), CLIP, _ -> 0.22);
        assertThat(disputed()).isEmpty();
    }

    @Test
    void anotherLabelSettlesIt() {
        file.steer("Bob", TUESDAY.plusSeconds(20), CLIP, _ -> -0.4);
        file.steer("Cleo", TUESDAY.plusSeconds(600), CLIP, _ -> 0.1);
        assertThat(disputed()).isEmpty();
    }
}
