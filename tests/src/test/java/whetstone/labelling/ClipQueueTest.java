package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.app.SkywayDataset;

/** The queue on real rollouts of Skyway in a real file. */
class ClipQueueTest {
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
    void whatLeadsToAFallComesFirst() {
        SkywayDataset.byLearner(dataset, "delta", 120, 1);
        queue.look(() -> false);
        assertThat(queue.clips().getFirst().reason()).isInstanceOf(Clip.Reason.Fall.class);
    }

    @Test
    void ofTwoDrivesThatAreTheSameOneIsWorthLittle() {
        long first = SkywayDataset.byLearner(dataset, "delta", 60, 1);
        long second = SkywayDataset.byLearner(dataset, "delta", 60, 1);
        queue.look(() -> false);
        List<Clip> clips = queue.clips();
        double worthOfFirst = worth(clips, first);
        assertThat(Math.min(worthOfFirst, worth(clips, second))).isLessThan(0.1 * Math.max(worthOfFirst, worth(clips, second)));
    }

    private static double worth(List<Clip> clips, long rollout) {
        return clips.stream().filter(clip -> clip.rollout() == rollout).mapToDouble(Clip::worth).max().orElse(0);
    }

    @Test
    void whatResemblesLabelledFramesIsNotNovelAndWhatDoesNotIs() {
        Random random = new Random(3);
        List<float[]> labelled = new ArrayList<>();
        List<Integer> moments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            labelled.add(look(random, 0));
            moments.add(i / 4);
        }
        Novelty novelty = new Novelty(labelled, moments);
        assertThat(novelty.of(look(random, 0))).isLessThan(0.2);
        assertThat(novelty.of(look(random, 5))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 20, 45, 100, 600})
    void theClipsNeverTakeLongerThanTheExpertHas(double seconds) {
        SkywayDataset.byLearner(dataset, "delta", 300, 1);
        Budget budget = new Budget(seconds, 0.25, 4);
        assertThat(queue.clips(budget).stream().mapToDouble(budget::cost).sum()).isLessThanOrEqualTo(seconds);
    }

    @Test
    void whatIsLabelledIsNoLongerOpen() {
        long rollout = SkywayDataset.byLearner(dataset, "delta", 60, 1);
        TickRange range = new TickRange(10, 40);
        dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Instant.now(), new Label.Approval(range))).join();
        assertThat(queue.isOpen(rollout, range)).isFalse();
        assertThat(queue.isOpen(rollout, new TickRange(40, 60))).isTrue();
    }

    @Test
    void moreTimeGivesMoreClips() {
        SkywayDataset.byLearner(dataset, "delta", 300, 1);
        assertThat(queue.clips(new Budget(60, 0.25, 4))).hasSizeLessThan(queue.clips(new Budget(300, 0.25, 4)).size()).isNotEmpty();
    }

    @Test
    void slowerPlaybackFitsFewerClipsIntoTheSameTime() {
        SkywayDataset.byLearner(dataset, "delta", 300, 1);
        assertThat(queue.clips(new Budget(120, 0.1, 4))).hasSizeLessThan(queue.clips(new Budget(120, 1, 4)).size());
    }

    @Test
    void picturesAreLookedAtOnce() {
        SkywayDataset.byLearner(dataset, "delta", 30, 1);
        assertThat(queue.look(() -> false)).isTrue();
        assertThat(queue.look(() -> false)).isFalse();
    }

    @Test
    void labelsOfLikeFramesLeaveLessOpen() {
        Random random = new Random(5);
        List<float[]> looks = new ArrayList<>();
        List<Float> steering = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            float[] look = look(random, 0);
            looks.add(look);
            steering.add(look[0]);
            blocks.add(i / 4);
        }
        LabelEnsemble ensemble = new LabelEnsemble(looks, steering, blocks);
        assertThat(ensemble.spread(look(random, 0))).isLessThan(ensemble.spread(look(random, 5)));
    }

    private static float[] look(Random random, float shift) {
        float[] look = new float[RolloutLooks.size()];
        for (int i = 0; i < look.length; i++) {
            look[i] = (float) (0.2 * random.nextGaussian()) + (i % 2 == 0 ? shift : -shift);
        }
        return look;
    }
}
