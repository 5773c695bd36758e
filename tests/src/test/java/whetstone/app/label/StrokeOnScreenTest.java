package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;
import static whetstone.app.label.LabelWindow.waitFor;

import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.Workbench;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;

/** Strokes in a real window: which ticks they label, how they are repaired, and what happens where the stick goes. */
class StrokeOnScreenTest {
    @TempDir
    private Path folder;
    private SteeredWindow steered;

    @BeforeEach
    void open() {
        steered = new SteeredWindow(folder);
    }

    @AfterEach
    void close() {
        steered.close();
    }

    @Test
    void aStrokeInSlowMotionLabelsTheTicksThatWereShown() {
        steered.record(1 / 8.0, 10, 0.5, 3);
        assertThat(steered.track().correction(11).orElseThrow().steer()).isCloseTo(0.5f, within(1e-4f));
    }

    /** Records a stroke and then measures that the hand steers twice as far as is meant. */
    private void recordAndCalibrate() {
        steered.record(1 / 8.0, 10, 0.5, 3);
        Workbench workbench = steered.window().workbench();
        String expert = onFx(() -> workbench.expertProperty().get());
        steered.dataset().experts().save(new Calibration(0, expert, SteeredWindow.WHEEL, 1 / 8.0, 0.2, 0.02, 2, 0, 0.9, Instant.now())).join();
        onFx(workbench::contentsChanged);
        waitFor("the repaired label", () -> steered.model().tracesProperty().get().anyRepaired());
        steered.seek(11);
    }

    @Test
    void aCalibrationRepairsTheLabelsInViewAtOnce() {
        recordAndCalibrate();
        assertThat(onFx(() -> steered.model().tracesProperty().get().label()[11])).isCloseTo(0.25f, within(1e-4f));
    }

    @Test
    void theLabelOnTheWheelIsTheRepairedOne() {
        recordAndCalibrate();
        waitFor("the hand at rest", () -> Math.abs(steered.model().expertSteerProperty().get().orElse(0) - 0.25) < 1e-4);
    }

    @Test
    void theKeyCShowsTheLabelAsItWasGiven() {
        recordAndCalibrate();
        waitFor("the hand at rest", () -> Math.abs(steered.model().expertSteerProperty().get().orElse(0) - 0.25) < 1e-4);
        steered.window().press(KeyCode.C);
        assertThat(onFx(() -> steered.model().expertSteerProperty().get().orElse(0))).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void whatIsShownRawIsSaidToBeRaw() {
        recordAndCalibrate();
        steered.window().press(KeyCode.C);
        assertThat(onFx(() -> steered.window().screen().node().lookupAll(".raw-badge").stream().anyMatch(badge -> badge.isVisible()
                && badge instanceof javafx.scene.control.Label said && said.getText().startsWith("raw")))).isTrue();
    }

    @Test
    void aStrokeInSlowMotionLabelsNoTickThatWasNotShown() {
        steered.record(1 / 8.0, 10, 0.5, 3);
        assertThat(steered.track().label(20)).isEmpty();
    }

    @Test
    void rightAfterAStrokeItIsTriedFromItsBegin() {
        steered.record(1 / 8.0, 10, 0.5, 3);
        steered.window().press(KeyCode.T);
        waitFor("the trial", () -> !steered.window().screen().trials().marksProperty().get().isEmpty());
        assertThat(onFx(() -> steered.window().screen().trials().marksProperty().get().getFirst().tick())).isEqualTo(10);
    }

    @Test
    void aMarkedRangeIsAllThatIsRecordedAnew() {
        steered.seek(20);
        steered.window().type("[");
        steered.seek(24);
        steered.window().type("]");
        steered.turn(-0.4);
        onFx(() -> steered.model().player().playAt(2));
        steered.window().press(KeyCode.R);
        steered.waitForLabel();
        assertThat(steered.track().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(20, 25));
    }

    @Test
    void anUnpluggedStickKeepsTheStrokeUpToThere() {
        steered.unplugInTheMiddle();
        steered.waitForLabel();
        assertThat(steered.track().correction(11).orElseThrow().steer()).isCloseTo(0.6f, within(1e-4f));
    }

    @Test
    void anUnpluggedStickPausesTheReplay() {
        steered.unplugInTheMiddle();
        waitFor("the pause", () -> !steered.model().player().playingProperty().get() && !steered.model().recording().recordingProperty().get());
        assertThat(steered.window().notice()).contains(SteeredWindow.WHEEL).contains("unplugged");
    }
}
