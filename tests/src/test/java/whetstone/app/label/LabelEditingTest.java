package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.Retraining;
import whetstone.app.Settings;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Round;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;

/** Labels edited on the Label screen in a real window, on a recording of a learner that never steers. */
class LabelEditingTest {
    private static final int TICKS = 60;

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private Dataset dataset;
    private long rollout;
    private Workbench workbench;
    private LabelScreen screen;
    private Stage stage;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        show();
        press(KeyCode.E);
    }

    private void show() {
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new LabelScreen(workbench, new Retraining(workbench, (_, _, _, _, _) ->
                    new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)), poller, _ -> { }, _ -> { },
                    new Settings(folder), _ -> _ -> ActionSpec.STEER.neutral());
            stage = HeadlessWindow.show(screen.node(), 1280, 630, true);
            screen.shown();
            workbench.open(dataset);
        });
        waitFor("the first clip to open by itself", () -> screen.model().picture().frameProperty().get().isPresent());
        onFx(() -> screen.model().openRollout(rollout));
        waitFor("the whole rollout", () -> screen.model().openProperty().get().orElseThrow().clip().equals(new TickRange(0, TICKS)));
    }

    @AfterEach
    void close() {
        hide();
        poller.close();
        threads.close();
        dataset.close();
    }

    private void hide() {
        onFx(() -> {
            screen.hidden();
            stage.close();
        });
    }

    @Test
    void aDraggedPointIsTheLabelInTheFile() {
        drag(20, 0, 20, 0.5);
        assertThat(steering(20)).isCloseTo(0.5f, within(0.03f));
    }

    @Test
    void theNeighboursOfADraggedPointFollow() {
        drag(20, 0, 20, 0.5);
        assertThat(steering(22)).isBetween(0.1f, 0.45f);
    }

    @Test
    void aLineDrawnBesideTheCurveIsTheLabelInTheFile() {
        drag(10, -0.5, 30, -0.5);
        assertThat(track().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(10, 31));
        assertThat(steering(21)).isCloseTo(-0.5f, within(0.03f));
    }

    @Test
    void drawingOverTwoLabelsReplacesThemWhereItPassed() {
        say(new Label.Approval(new TickRange(0, 20)));
        say(new Label.Rejection(new TickRange(20, 40)));
        drag(10, 0.6, 30, 0.6);
        assertThat(track().spans()).extracting(span -> span.range().from()).containsExactly(0, 10, 31);
    }

    @Test
    void anUndoBringsBothBack() {
        say(new Label.Approval(new TickRange(0, 20)));
        say(new Label.Rejection(new TickRange(20, 40)));
        drag(10, 0.6, 30, 0.6);
        press(KeyCode.Z);
        waitFor("the undo", () -> screen.model().journal().canRedo().getValue());
        assertThat(track().spans()).extracting(span -> span.range().from()).containsExactly(0, 20);
    }

    @Test
    void aRestartKeepsTheUndo() {
        drag(10, -0.5, 30, -0.5);
        restart();
        press(KeyCode.Z);
        waitFor("the undo", () -> screen.model().journal().canRedo().getValue());
        assertThat(track().spans()).isEmpty();
    }

    @Test
    void escapeDropsWhatIsBeingDragged() {
        mouse(MouseEvent.MOUSE_PRESSED, 20, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, 20, 0.5);
        press(KeyCode.ESCAPE);
        mouse(MouseEvent.MOUSE_RELEASED, 20, 0.5);
        press(KeyCode.A);
        waitFor("the approval", () -> screen.model().journal().canUndo().getValue());
        assertThat(track().correction(20)).isEmpty();
    }

    @Test
    void theWheelShowsWhatIsBeingDragged() {
        mouse(MouseEvent.MOUSE_PRESSED, 20, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, 20, 0.5);
        assertThat(onFx(() -> screen.model().expertSteerProperty().get().orElse(0))).isCloseTo(0.5, within(0.03));
    }

    @Test
    void thePictureFollowsTheTickThatIsDrawn() {
        mouse(MouseEvent.MOUSE_PRESSED, 10, 0.6);
        mouse(MouseEvent.MOUSE_DRAGGED, 33, 0.6);
        waitFor("the picture", () -> screen.model().picture().frameProperty().get().orElseThrow().step().tick() == 33);
    }

    @Test
    void aClickBesideTheCurveGoesThere() {
        mouse(MouseEvent.MOUSE_PRESSED, 25, 0.6);
        mouse(MouseEvent.MOUSE_RELEASED, 25, 0.6);
        assertThat(onFx(() -> screen.model().player().tick())).hasValue(25);
    }

    @Test
    void aClickLabelsNothing() {
        mouse(MouseEvent.MOUSE_PRESSED, 25, 0.6);
        mouse(MouseEvent.MOUSE_RELEASED, 25, 0.6);
        assertThat(dataset.journal(rollout)).isEmpty();
    }

    @Test
    void outsideTheModeTheMouseScrubsAsEver() {
        press(KeyCode.E);
        mouse(MouseEvent.MOUSE_PRESSED, 10, 0.6);
        mouse(MouseEvent.MOUSE_DRAGGED, 33, 0.6);
        mouse(MouseEvent.MOUSE_RELEASED, 33, 0.6);
        assertThat(onFx(() -> screen.model().player().tick())).hasValue(33);
        assertThat(dataset.journal(rollout)).isEmpty();
    }

    @Test
    void minusScalesTheMarkedRangeDown() {
        drag(10, -0.5, 30, -0.5);
        float before = steering(15);
        mark(15, 20);
        edited(() -> press(KeyCode.MINUS, false, "-"));
        assertThat(steering(15)).isCloseTo(before / 1.1f, within(1e-4f));
        assertThat(steering(14)).isCloseTo(before, within(1e-6f));
    }

    @Test
    void withoutAMarkedRangeAVerbTouchesNothingUnlabelled() {
        drag(10, -0.5, 30, -0.5);
        edited(() -> press(KeyCode.S));
        assertThat(track().counts().labelled()).isEqualTo(21);
    }

    @Test
    void aVerbWithNothingToEditSaysSo() {
        press(KeyCode.S);
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("mark a range");
    }

    @Test
    void aMirrorCopySteersToTheOtherSideAtThePlayhead() {
        drag(10, -0.5, 20, -0.5);
        mark(10, 15);
        onFx(() -> screen.model().player().seek(40));
        edited(() -> press(KeyCode.M));
        assertThat(steering(42)).isEqualTo(-steering(12));
    }

    @Test
    void joinedKeyFramesAreTheLabel() {
        drag(10, 0.6, 20, 0.6);
        onFx(() -> screen.model().player().seek(20));
        press(KeyCode.K);
        onFx(() -> screen.model().player().seek(40));
        press(KeyCode.K);
        edited(() -> press(KeyCode.I));
        assertThat(steering(30)).isCloseTo(steering(20) / 2, within(0.01f));
    }

    @Test
    void shiftAndAApproveWhatNothingWasSaidOf() {
        drag(10, -0.5, 20, -0.5);
        edited(() -> press(KeyCode.A, true, ""));
        assertThat(track().counts()).isEqualTo(new LabelTrack.Counts(11, TICKS - 11, 0));
    }

    @Test
    void whatIsDrawnIsKeptAsDrawn() {
        drag(10, -0.5, 20, -0.5);
        assertThat(track().label(12)).get().isInstanceOfSatisfying(Label.Correction.class,
                correction -> assertThat(correction.stroke().origin()).isEqualTo(Stroke.Origin.DRAWN));
    }

    // What a person does

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    private void press(KeyCode key, boolean shift, String text) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, shift, false, false, false)));
    }

    private void press(KeyCode key) {
        press(key, false, "");
    }

    private void mark(int from, int last) {
        onFx(() -> screen.model().player().seek(from));
        press(KeyCode.UNDEFINED, false, "[");
        onFx(() -> screen.model().player().seek(last));
        press(KeyCode.UNDEFINED, false, "]");
    }

    private void drag(int from, double fromSteer, int to, double toSteer) {
        edited(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, from, fromSteer);
            mouse(MouseEvent.MOUSE_DRAGGED, to + 0.2, toSteer);
            mouse(MouseEvent.MOUSE_RELEASED, to + 0.2, toSteer);
        });
    }

    /** Waits until what was done is on disk and shown. */
    private void edited(Runnable edit) {
        LabelTrack before = onFx(() -> screen.model().journal().trackProperty().get().orElseThrow());
        edit.run();
        waitFor("the edit on disk", () -> screen.model().journal().trackProperty().get().orElseThrow() != before);
    }

    private void say(Label label) {
        edited(() -> onFx(() -> screen.model().recording().say(screen.model().openProperty().get().orElseThrow(), label)));
    }

    /** The mouse on the timeline at a tick and a steering. */
    private void mouse(EventType<MouseEvent> what, double tick, double steer) {
        onFx(() -> {
            TimelinePane timeline = (TimelinePane) stage.getScene().lookup("#timeline");
            double x = TimelinePane.GUTTER + timeline.scaleProperty().get().x(tick);
            Point2D at = timeline.localToScene(x, timeline.rows().steerY(steer));
            Event.fireEvent(timeline, new MouseEvent(what, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                    false, false, what != MouseEvent.MOUSE_RELEASED, false, false, false, false, false, null));
        });
    }

    private void restart() {
        hide();
        Path file = dataset.file();
        dataset.close();
        dataset = SqliteDataset.open(file);
        show();
    }

    private LabelTrack track() {
        List<JournalEntry> journal = dataset.journal(rollout);
        return LabelTrack.of(TICKS, journal);
    }

    private float steering(int tick) {
        return track().correction(tick).orElseThrow().steer();
    }
}
