package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.app.TrainingSettings;
import whetstone.labelling.TickRange;
import whetstone.labelling.Weighting;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Examples;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;

/** Trust as the weight of training examples, from a real file. */
class WeightingTest {
    @TempDir
    private Path folder;
    private LabelledFile file;

    @BeforeEach
    void open() {
        file = new LabelledFile(folder, 200);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Examples examples(Weighting weighting) {
        return file.dataset.examples(ActionSpec.STEER, weighting);
    }

    @Test
    void anExampleWeighsAsMuchAsItsLabelIsTrusted() {
        file.steer("Ada", MONDAY, new TickRange(10, 40), tick -> 0.4 * Math.sin(tick / 3.0));
        float[] trust = Trust.of(file.rollout, file.dataset.track(file.rollout), 10, TrustEvidence.of(file.dataset));
        assertThat(examples(Weighting.BY_TRUST).get(5).weight()).isEqualTo(trust[15]).isLessThan(1);
    }

    @Test
    void withoutTrustAllWeighTheSame() {
        file.steer("Ada", MONDAY, new TickRange(10, 40), tick -> 0.4 * Math.sin(tick / 3.0));
        assertThat(examples(Weighting.EQUAL).get(5).weight()).isEqualTo(1);
    }

    @Test
    void noLabelWeighsLessThanATwentieth() {
        file.steer("Ada", MONDAY, new TickRange(10, 40), 4, tick -> tick % 2 == 0 ? 1 : -1);
        assertThat(examples(Weighting.BY_TRUST).get(5).weight()).isEqualTo(0.05f);
    }

    @Test
    void whatAnExpertDroveWeighsInFull() {
        SkywayDataset.byExpert(file.dataset, "alpha", 20, 1);
        assertThat(examples(Weighting.BY_TRUST).get(0).weight()).isEqualTo(1);
    }

    @Test
    void aRidgePolicyFollowsTheExpertWhoRepeatsHimself() {
        contradict();
        assertThat(steerOf(Weighting.EQUAL)).isLessThan(-0.1f);
        assertThat(steerOf(Weighting.BY_TRUST)).isGreaterThan(0.1f);
    }

    /** On the same pictures Ada steers right and Bob left, who does not repeat himself. */
    private void contradict() {
        for (int i = 0; i < 6; i++) {
            TickRange range = new TickRange(100 + 15 * i, 114 + 15 * i);
            file.steer("Bob", MONDAY, range, _ -> -0.9);
            file.shownAgain("Bob", range, TUESDAY.plus(Duration.ofDays(i)));
            file.steer("Bob", TUESDAY.plus(Duration.ofDays(i)).plusSeconds(9), range, _ -> -0.1);
        }
        file.steer("Bob", MONDAY, new TickRange(0, 100), _ -> -0.9);
        file.again(100).steer("Ada", MONDAY, new TickRange(0, 100), _ -> 0.5);
    }

    private float steerOf(Weighting weighting) {
        Examples examples = examples(weighting);
        var description = TrainingSettings.DEFAULT.description("front", ActionSpec.STEER);
        RidgeTrainer trainer = new RidgeTrainer(InstantSource.system());
        TrainingEvent end = trainer.train(new Trainer.Request(description, examples, "v1", OptionalLong.empty(), 1, 1, 1, 32, 1e-3, 0, 1, 1),
                _ -> { }, () -> false);
        var policy = trainer.policy(((TrainingEvent.Finished) end).policy());
        return (float) IntStream.range(0, 100).mapToDouble(i -> policy.act(examples.get(i).seen()).steer()).average().orElseThrow();
    }
}
