package whetstone.app.label;

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
import whetstone.labelling.TickRange;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;

/** The Label screen in a real window on a real dataset file, and a person who edits with keys and the mouse. */
final class EditedWindow implements AutoCloseable {
    static final int TICKS = 60;

    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private final Path folder;
    private final long rollout;
    private Dataset dataset;
    private Workbench workbench;
    private LabelScreen screen;
    private Stage stage;

    EditedWindow(Path folder) {
        this.folder = folder;
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        show();
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

    @Override
    public void close() {
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

    static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    void press(KeyCode key, boolean shift, String text) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, shift, false, false, false)));
    }

    void press(KeyCode key) {
        press(key, false, "");
    }

    void mark(int from, int last) {
        onFx(() -> screen.model().player().seek(from));
        press(KeyCode.UNDEFINED, false, "[");
        onFx(() -> screen.model().player().seek(last));
        press(KeyCode.UNDEFINED, false, "]");
    }

    void drag(int from, double fromSteer, int to, double toSteer) {
        edited(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, from, fromSteer);
            mouse(MouseEvent.MOUSE_DRAGGED, to + 0.2, toSteer);
            mouse(MouseEvent.MOUSE_RELEASED, to + 0.2, toSteer);
        });
    }

    /** Waits until what was done is on disk and shown. */
    void edited(Runnable edit) {
        LabelTrack before = onFx(() -> screen.model().journal().trackProperty().get().orElseThrow());
        edit.run();
        waitFor("the edit on disk", () -> screen.model().journal().trackProperty().get().orElseThrow() != before);
    }

    void say(Label label) {
        edited(() -> onFx(() -> screen.model().recording().say(screen.model().openProperty().get().orElseThrow(), label)));
    }

    /** The mouse on the timeline at a tick and a steering. */
    void mouse(EventType<MouseEvent> what, double tick, double steer) {
        onFx(() -> {
            TimelinePane timeline = (TimelinePane) stage.getScene().lookup("#timeline");
            double x = TimelinePane.GUTTER + timeline.scaleProperty().get().x(tick);
            Point2D at = timeline.localToScene(x, timeline.rows().steerY(steer));
            Event.fireEvent(timeline, new MouseEvent(what, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                    false, false, what != MouseEvent.MOUSE_RELEASED, false, false, false, false, false, null));
        });
    }

    void restart() {
        hide();
        Path file = dataset.file();
        dataset.close();
        dataset = SqliteDataset.open(file);
        show();
    }

    LabelTrack track() {
        return dataset.track(rollout);
    }

    float steering(int tick) {
        return track().correction(tick).orElseThrow().steer();
    }

    LabelScreen screen() {
        return screen;
    }

    List<JournalEntry> journal() {
        return dataset.journal(rollout);
    }

    String notice() {
        return workbench.noticeProperty().get();
    }
}
