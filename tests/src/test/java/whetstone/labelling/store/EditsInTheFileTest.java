package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.Curve;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.labelling.editing.Edit;
import whetstone.labelling.editing.EditableLabels;
import whetstone.labelling.editing.Scale;
import whetstone.labelling.editing.Shift;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/** What an edit leaves in a real dataset file, and after the file was closed and opened again. */
class EditsInTheFileTest {
    private static final int LENGTH = 80;
    private static final TickRange ALL = new TickRange(0, LENGTH);

    @TempDir
    private Path folder;
    private SqliteDataset dataset;
    private long rollout;
    private int moment;

    @BeforeEach
    void create() {
        dataset = SqliteDataset.create(folder.resolve("edited.whetstone"));
        rollout = Recordings.rollout(dataset, LENGTH);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void aDrawnCurveIsTheLabelInForce() {
        correct(curve(10, 0.1f, -0.2f, 0.3f));
        assertThat(steering(10, 13)).containsExactly(0.1f, -0.2f, 0.3f);
    }

    @Test
    void aDrawnCurveLabelsNoTickBesideIt() {
        correct(curve(10, 0.1f, -0.2f, 0.3f));
        assertThat(track().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(10, 13));
    }

    @Test
    void anEditSeesTheLabelAndWhereThereIsNoneTheLearner() {
        correct(curve(10, 0.9f));
        edit(new Scale(new TickRange(10, 12), 0.5));
        assertThat(steering(10, 12)).containsExactly(0.45f, Recordings.learner(11) * 0.5f);
    }

    @Test
    void oneUndoTakesAnEditBack() {
        correct(curve(10, 0.5f, 0.5f));
        edit(new Shift(new TickRange(10, 12), 0, 0.25));
        undo();
        assertThat(steering(10, 12)).containsExactly(0.5f, 0.5f);
    }

    @Test
    void oneUndoTakesBackAnEditOfTwoStretches() {
        correct(curve(10, 0.5f, 0.5f), curve(40, 0.1f));
        undo();
        assertThat(track().spans()).isEmpty();
    }

    @Test
    void undoAfterARestartTakesBackTheEditsBeforeIt() {
        correct(curve(10, 0.5f, 0.5f), curve(40, 0.1f));
        edit(new Scale(new TickRange(10, 12), 0.5));
        restart();
        undo();
        assertThat(steering(10, 12)).containsExactly(0.5f, 0.5f);
        undo();
        assertThat(track().spans()).isEmpty();
    }

    @Test
    void redoAfterARestartBringsAnEditBackAsItWas() {
        correct(curve(10, 0.5f, -0.125f), curve(40, 0.1f));
        undo();
        restart();
        track().redo("E", Instant.EPOCH).forEach(entry -> dataset.append(entry).join());
        assertThat(steering(10, 12)).containsExactly(0.5f, -0.125f);
        assertThat(steering(40, 41)).containsExactly(0.1f);
    }

    @Test
    void approvingTheRestLeavesWhatWasSaid() {
        correct(curve(10, 0.5f, 0.5f));
        approveTheRest();
        assertThat(track().label(11)).containsInstanceOf(Label.Correction.class);
        assertThat(track().counts()).isEqualTo(new LabelTrack.Counts(2, LENGTH - 2, 0));
    }

    @Test
    void oneUndoTakesBackApprovingTheRest() {
        correct(curve(10, 0.5f, 0.5f));
        approveTheRest();
        undo();
        assertThat(track().counts()).isEqualTo(new LabelTrack.Counts(2, 0, 0));
    }

    @Test
    void whatWasRejectedIsLeftAloneByAMarkedRange() {
        dataset.append(new JournalEntry.Labelled(0, rollout, "E", Instant.EPOCH, new Label.Rejection(new TickRange(20, 30)))).join();
        assertThat(labels().notRejected(new TickRange(10, 40))).containsExactly(new TickRange(10, 20), new TickRange(30, 40));
    }

    private void correct(Curve... curves) {
        labels().corrections(head(), List.of(curves)).forEach(entry -> dataset.append(entry).join());
    }

    private void edit(Edit edit) {
        correct(labels().after(edit));
    }

    private void approveTheRest() {
        labels().approvals(rollout, "E", head().startedAt(), ALL).forEach(entry -> dataset.append(entry).join());
    }

    private void undo() {
        track().undo("E", Instant.EPOCH).forEach(entry -> dataset.append(entry).join());
    }

    private void restart() {
        Path file = dataset.file();
        dataset.close();
        dataset = SqliteDataset.open(file);
    }

    private LabelTrack track() {
        return dataset.track(rollout);
    }

    private EditableLabels labels() {
        return new EditableLabels(track(), IntStream.range(0, LENGTH)
                .mapToObj(tick -> new Action(ActionSpec.STEER, Recordings.learner(tick))).toList());
    }

    private StrokeRecorder.Head head() {
        return new StrokeRecorder.Head(rollout, "E", DrawnStroke.DEVICE, Instant.EPOCH.plusSeconds(++moment), 30, ActionSpec.STEER);
    }

    private List<Float> steering(int from, int to) {
        return IntStream.range(from, to).mapToObj(tick -> track().correction(tick).orElseThrow().steer()).toList();
    }

    private static Curve curve(int from, float... values) {
        return Curve.of(new TickRange(from, from + values.length), tick -> values[tick - from]);
    }
}
