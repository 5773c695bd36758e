package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whetstone.labelling.store.Recordings.AT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;

/** Strokes, labels and what training learns from them, through a real file. */
class StoredLabelsTest {
    private static final EnvironmentSpec ROAD = Recordings.environment(16, 12);
    private static final long SECOND = 1_000_000_000L;

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

    private void reopen() {
        dataset.close();
        dataset = SqliteDataset.open(folder.resolve("test.whetstone"));
    }

    @Test
    void strokeComesBackToTheSample() {
        long rollout = Recordings.rollout(dataset, 30);
        List<JournalEntry.Labelled> entries = steer(rollout, 0.5f, 10, 20);
        reopen();
        assertThat(dataset.journal(rollout)).isEqualTo(entries);
    }

    @Test
    void drawnStrokeComesBackAsDrawn() {
        long rollout = Recordings.rollout(dataset, 30);
        Stroke drawn = new Stroke(0, rollout, "ada", "mouse", AT, 30, ActionSpec.STEER, List.of(new PlaybackSegment(0, 4, 1)),
                new StrokeSamples(1, new long[] {0}, new float[] {0.5f}), Stroke.Origin.DRAWN);
        label(rollout, new Label.Correction(new TickRange(4, 5), drawn));
        reopen();
        JournalEntry.Labelled entry = (JournalEntry.Labelled) dataset.journal(rollout).getFirst();
        assertThat(((Label.Correction) entry.label()).stroke()).isEqualTo(drawn.withId(1));
    }

    @Test
    void trackIsTheJournalInForce() {
        long rollout = Recordings.rollout(dataset, 30);
        steer(rollout, 0.5f, 10, 20);
        label(rollout, new Label.Rejection(new TickRange(15, 30)));
        assertThat(dataset.track(rollout).counts()).isEqualTo(new LabelTrack.Counts(5, 0, 15));
    }

    @Test
    void correctionReplacesTheLearnersAction() {
        long rollout = Recordings.rollout(dataset, 30);
        steer(rollout, 0.75f, 10, 20);
        assertThat(wanted()).hasSize(10).allMatch(steer -> steer == 0.75f);
    }

    @Test
    void newestOfTwoCorrectionsHoldsBehindTheEdgeWhereItIsFadedIn() {
        long rollout = Recordings.rollout(dataset, 30);
        steer(rollout, 0.75f, 10, 20);
        steer(rollout, -0.5f, 15, 25);
        assertThat(wanted().subList(0, 5)).containsOnly(0.75f);
        assertThat(wanted().subList(9, 15)).containsOnly(-0.5f);
    }

    @Test
    void approvalTakesTheLearnersAction() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(4, 6)));
        assertThat(wanted()).containsExactly(Recordings.learner(4), Recordings.learner(5));
    }

    @Test
    void rejectedFramesTeachNothing() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(4, 8)));
        label(rollout, new Label.Rejection(new TickRange(5, 30)));
        assertThat(wanted()).hasSize(1);
    }

    @Test
    void undoneLabelIsNoExampleUntilItIsRedone() {
        long rollout = Recordings.rollout(dataset, 30);
        long entry = label(rollout, new Label.Approval(new TickRange(4, 8))).id();
        dataset.append(new JournalEntry.Undone(0, rollout, "ada", AT, entry)).join();
        int undone = wanted().size();
        dataset.append(new JournalEntry.Redone(0, rollout, "ada", AT, entry)).join();
        assertThat(List.of(undone, wanted().size())).containsExactly(0, 4);
    }

    @Test
    void framesThatAHumanDroveAreExamplesOfWhatWasDone() {
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        writer.append(Recordings.step(ROAD, 0, Control.HUMAN, Set.of()));
        writer.append(Recordings.step(ROAD, 1, Control.HUMAN, Set.of()));
        writer.append(Recordings.step(ROAD, 2));
        writer.finish().join();
        assertThat(wanted()).containsExactly(-Recordings.learner(0), -Recordings.learner(1));
    }

    @Test
    void labelsInForceAreCountedWithoutReadingThem() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(0, 10)));
        label(rollout, new Label.Rejection(new TickRange(6, 20)));
        RolloutSummary summary = dataset.rollouts().getFirst();
        assertThat(List.of(dataset.labels(), summary.labelled(), summary.rejected())).containsExactly(6, 6, 14);
    }

    @Test
    void refusedLabelLeavesTheCountOfTheOthersRight() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(0, 10)));
        dataset.append(new JournalEntry.Undone(0, rollout, "ada", AT, 99)).handle((_, _) -> 0).join();
        label(rollout, new Label.Approval(new TickRange(20, 25)));
        assertThat(dataset.labels()).isEqualTo(15);
    }

    @Test
    void labelsOfTwoRolloutsInTurnAreCountedForEach() {
        long first = Recordings.rollout(dataset, 30);
        long second = Recordings.rollout(dataset, 20);
        long entry = label(first, new Label.Approval(new TickRange(0, 10))).id();
        label(second, new Label.Approval(new TickRange(0, 20)));
        dataset.append(new JournalEntry.Undone(0, first, "ada", AT, entry)).join();
        label(first, new Label.Approval(new TickRange(3, 8)));
        assertThat(dataset.rollouts()).extracting(RolloutSummary::labelled).containsExactly(5, 20);
    }

    @Test
    void labelsOfADeletedRolloutAreNotCounted() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(0, 10)));
        dataset.markDeleted(rollout, true).join();
        assertThat(dataset.labels()).isZero();
    }

    @Test
    void examplesKeepToTheirMomentWhileLabelsGoOn() {
        long rollout = Recordings.rollout(dataset, 30);
        label(rollout, new Label.Approval(new TickRange(0, 10)));
        Examples before = dataset.examples(ActionSpec.STEER);
        label(rollout, new Label.Rejection(new TickRange(0, 30)));
        assertThat(before.get(9).wanted().steer()).isEqualTo(Recordings.learner(9));
    }

    @Test
    void undoOfWhatIsNoLabelIsRefused() {
        long rollout = Recordings.rollout(dataset, 3);
        assertThatThrownBy(() -> dataset.append(new JournalEntry.Undone(0, rollout, "ada", AT, 99)).join())
                .hasMessageContaining("99 is no label of rollout");
    }

    private List<JournalEntry.Labelled> steer(long rollout, float value, int from, int to) {
        StrokeWriter stroke = dataset.beginStroke(rollout, "ada", "wheel", AT, 30, ActionSpec.STEER);
        stroke.append(new PlaybackSegment(0, from, 0.5));
        for (int tick = from; tick < to; tick++) {
            long nanos = (tick - from) * SECOND / 15;
            stroke.append(new StrokeSamples(1, new long[] {nanos}, new float[] {value}));
        }
        return stroke.finish(List.of(new TickRange(from, to))).join();
    }

    private JournalEntry label(long rollout, Label label) {
        return dataset.append(new JournalEntry.Labelled(0, rollout, "ada", AT, label)).join();
    }

    private List<Float> wanted() {
        Examples examples = dataset.examples(ActionSpec.STEER);
        return IntStream.range(0, examples.size()).mapToObj(examples::get).map(Example::wanted).map(Action::steer).toList();
    }
}
