package whetstone.app.label;

import static whetstone.app.HeadlessWindow.onFx;
import static whetstone.app.label.LabelWindow.waitFor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.input.AxisMapping;
import whetstone.labelling.input.StickMapping;
import whetstone.model.ActionSpec;

/** The Label screen in a real window on one rollout, steered by a wheel that the test turns. */
final class SteeredWindow implements AutoCloseable {
    static final String WHEEL = "Virtual wheel";
    private static final int TICKS = 60;

    private final VirtualStick wheel = new VirtualStick();
    private final Dataset dataset;
    private final long rollout;
    private final LabelWindow window;

    SteeredWindow(Path folder) {
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        window = new LabelWindow(folder, dataset);
        window.poller().use(wheel, new StickMapping(List.of(new AxisMapping("steer", 0, false, 0, 0, 1)), Map.of()), ActionSpec.STEER);
        onFx(() -> window.workbench().steerWith(WHEEL));
        window.awaitFirstClip();
        window.open(rollout);
    }

    /** Turns the wheel and waits until the screen knows. */
    void turn(double steer) {
        wheel.turn(steer);
        waitFor("the wheel", () -> Math.abs(model().hand().now().steer() - steer) < 1e-6);
    }

    /** Records from tick {@code from} at a speed, with the wheel held, until some ticks have passed. */
    void record(double speed, int from, double steer, int ticks) {
        begin(speed, from, steer, ticks);
        window.press(KeyCode.R);
        waitForLabel();
    }

    /** Is in the middle of a stroke when the wheel goes. */
    void unplugInTheMiddle() {
        begin(0.25, 10, 0.6, 3);
        wheel.unplug();
    }

    private void begin(double speed, int from, double steer, int ticks) {
        onFx(() -> {
            model().player().playAt(speed);
            model().player().seek(from);
        });
        turn(steer);
        window.press(KeyCode.R);
        waitFor("some ticks", () -> model().player().tick().orElseThrow() >= from + ticks);
    }

    /** Waits until something is said that can be undone. */
    void waitForLabel() {
        waitFor("the label on disk", () -> model().journal().canUndo().getValue());
    }

    void seek(int tick) {
        onFx(() -> model().player().seek(tick));
    }

    LabelTrack track() {
        return dataset.track(rollout);
    }

    List<JournalEntry> journal() {
        return dataset.journal(rollout);
    }

    Dataset dataset() {
        return dataset;
    }

    LabelWindow window() {
        return window;
    }

    LabelModel model() {
        return window.model();
    }

    @Override
    public void close() {
        window.close();
        dataset.close();
    }
}
