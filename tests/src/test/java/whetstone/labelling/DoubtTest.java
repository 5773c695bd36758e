package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.Rollout;

/** Doubt on real rollouts of Skyway in a real file. */
class DoubtTest {
    @TempDir Path folder;
    private Dataset dataset;
    private ClipQueue queue;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        queue = new ClipQueue(dataset);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void whereNothingIsLabelledDoubtIsNotKnown() {
        SkywayDataset.byLearner(dataset, "delta", 120, 1);
        queue.look(() -> false);
        assertThat(queue.doubts()).isEmpty();
    }

    @Test
    void doubtIsKnownForTheEnvironmentThatWasLabelledAlone() {
        SkywayDataset.byExpert(dataset, "delta", 120, 1);
        queue.lookAtLabelled(() -> false);
        assertThat(queue.doubts()).containsOnlyKeys("skyway");
    }

    @Test
    void whatLooksLikeNothingLabelledIsDoubtedMoreThanWhatIsLabelled() {
        long rollout = SkywayDataset.byExpert(dataset, "delta", 120, 1);
        queue.lookAtLabelled(() -> false);
        Rollout labelled = dataset.rollout(rollout);
        String camera = labelled.info().environment().frontCamera().name();
        ToDoubleFunction<Observation> doubt = queue.doubts().get("skyway").through(camera);
        double usual = IntStream.range(0, labelled.length()).mapToDouble(tick -> doubt.applyAsDouble(labelled.step(tick).seen())).average().orElseThrow();
        assertThat(doubt.applyAsDouble(stripes(camera, labelled.step(0).seen()))).isGreaterThan(usual + 0.3);
    }

    /** No road looks like this. */
    private static Observation stripes(String camera, Observation like) {
        Picture size = like.picture(camera);
        byte[] pixels = new byte[size.width() * size.height() * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / (3 * Math.max(1, size.width() / 8)) % 2 == 0 ? 0 : 255);
        }
        return new Observation(Map.of(camera, new Picture(size.width(), size.height(), 3, pixels)), like.state());
    }
}
