package whetstone.app.label;

import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.store.SqliteDataset;

/** The Label screen in a real window on a real dataset file, and a person who edits with keys and the mouse. */
final class EditedWindow implements AutoCloseable {
    static final int TICKS = 60;

    private final Path folder;
    private final long rollout;
    private Dataset dataset;
    private LabelWindow window;

    EditedWindow(Path folder) {
        this.folder = folder;
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        show();
    }

    private void show() {
        window = new LabelWindow(folder, dataset);
        window.awaitFirstClip();
        window.open(rollout);
    }

    @Override
    public void close() {
        window.close();
        dataset.close();
    }

    static void waitFor(String what, BooleanSupplier holds) {
        LabelWindow.waitFor(what, holds);
    }

    void press(KeyCode key) {
        window.press(key);
    }

    void pressShift(KeyCode key) {
        window.pressShift(key);
    }

    void type(String text) {
        window.type(text);
    }

    void mark(int from, int last) {
        onFx(() -> screen().model().player().seek(from));
        type("[");
        onFx(() -> screen().model().player().seek(last));
        type("]");
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
        LabelTrack before = onFx(() -> screen().model().journal().trackProperty().get().orElseThrow());
        edit.run();
        waitFor("the edit on disk", () -> screen().model().journal().trackProperty().get().orElseThrow() != before);
    }

    void say(Label label) {
        edited(() -> onFx(() -> screen().model().recording().say(screen().model().openProperty().get().orElseThrow(), label)));
    }

    /** The mouse on the timeline at a tick and a steering. */
    void mouse(EventType<MouseEvent> what, double tick, double steer) {
        onFx(() -> {
            TimelinePane timeline = (TimelinePane) window.stage().getScene().lookup("#timeline");
            double x = TimelinePane.GUTTER + timeline.scaleProperty().get().x(tick);
            Point2D at = timeline.localToScene(x, timeline.rows().steerY(steer));
            Event.fireEvent(timeline, new MouseEvent(what, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                    false, false, what != MouseEvent.MOUSE_RELEASED, false, false, false, false, false, null));
        });
    }

    void restart() {
        window.close();
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
        return window.screen();
    }

    List<JournalEntry> journal() {
        return dataset.journal(rollout);
    }

    String notice() {
        return window.workbench().noticeProperty().get();
    }
}
