package whetstone.app.label;

import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.Retraining;
import whetstone.app.Settings;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

/** The Label screen in a real window on a dataset, and the keys that are pressed there. */
final class LabelWindow implements AutoCloseable {
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private Workbench workbench;
    private LabelScreen screen;
    private Stage stage;

    LabelWindow(Path folder, Dataset dataset) {
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new LabelScreen(workbench, new Retraining(workbench, (_, _, _, _, _) ->
                    new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)), poller, _ -> { }, _ -> { },
                    new Settings(folder), _ -> _ -> ActionSpec.STEER.neutral());
            stage = HeadlessWindow.show(screen.node(), 1280, 630, true);
            screen.shown();
            workbench.open(dataset);
        });
    }

    /** Where the queue has a clip, the first opens by itself: only then another can be asked for. */
    void awaitFirstClip() {
        waitFor("the first clip to open by itself", () -> model().picture().frameProperty().get().isPresent());
    }

    /** Opens a whole rollout and waits for its first picture. */
    void open(long rollout) {
        onFx(() -> model().openRollout(rollout));
        waitFor("the whole rollout", () -> model().openProperty().get()
                .filter(clip -> clip.id() == rollout && clip.clip().equals(new TickRange(0, clip.length()))).isPresent()
                && model().picture().frameProperty().get().filter(frame -> frame.rollout() == rollout).isPresent());
    }

    void press(KeyCode key) {
        press(key, false, "");
    }

    void pressShift(KeyCode key) {
        press(key, true, "");
    }

    /** A key that is known by what it writes. */
    void type(String text) {
        press(KeyCode.UNDEFINED, false, text);
    }

    private void press(KeyCode key, boolean shift, String text) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, shift, false, false, false)));
    }

    static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    StickPoller poller() {
        return poller;
    }

    Workbench workbench() {
        return workbench;
    }

    LabelScreen screen() {
        return screen;
    }

    LabelModel model() {
        return screen.model();
    }

    Stage stage() {
        return stage;
    }

    String notice() {
        return onFx(() -> workbench.noticeProperty().get());
    }

    @Override
    public void close() {
        onFx(() -> {
            screen.hidden();
            stage.close();
        });
        poller.close();
        threads.close();
    }
}
