package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import javafx.event.Event;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Round;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.input.AxisMapping;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

/** The whole Label screen in a real window, steered by a wheel that the test turns. */
class LabelScreenTest {
    private static final int TICKS = 60;

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private final VirtualStick wheel = new VirtualStick();
    private Dataset dataset;
    private long rollout;
    private Workbench workbench;
    private LabelScreen screen;
    private LabelModel model;
    private Stage stage;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        poller.use(wheel, new StickMapping(List.of(new AxisMapping("steer", 0, false, 0, 0, 1)), java.util.Map.of()), ActionSpec.STEER);
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.steerWith("Virtual wheel");
            screen = new LabelScreen(workbench, new Retraining(workbench, (_, _, _, _, _) ->
                    new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)), poller, _ -> { }, _ -> { },
                    new Settings(folder), _ -> _ -> ActionSpec.STEER.neutral());
            model = screen.model();
            stage = HeadlessWindow.show(screen.node(), 1280, 630, true);
            screen.shown();
            workbench.open(dataset);
        });
        waitFor("the first clip to open by itself", () -> model.picture().frameProperty().get().isPresent());
        onFx(() -> model.openRollout(rollout));
        waitFor("the whole rollout", () -> model.openProperty().get().orElseThrow().clip().equals(new TickRange(0, TICKS)));
    }

    @AfterEach
    void close() {
        onFx(() -> {
            screen.hidden();
            stage.close();
        });
        poller.close();
        threads.close();
        dataset.close();
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    private void press(KeyCode key, boolean shift, String text) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, shift, false, false, false)));
    }

    private void press(KeyCode key) {
        press(key, false, "");
    }

    private LabelTrack journal() {
        return dataset.track(rollout);
    }

    private int tick() {
        return model.player().tick().orElseThrow();
    }

    /** Records from tick {@code from} at a speed, with the wheel held, until some ticks have passed. */
    private void record(double speed, int from, double steer, int ticks) {
        onFx(() -> {
            model.player().playAt(speed);
            model.player().seek(from);
        });
        wheel.turn(steer);
        waitFor("the wheel", () -> Math.abs(model.hand().now().steer() - steer) < 1e-6);
        press(KeyCode.R);
        waitFor("some ticks", () -> tick() >= from + ticks);
        press(KeyCode.R);
        waitFor("the stroke on disk", () -> model.journal().canUndo().getValue());
    }

    @Test
    void aStrokeInSlowMotionLabelsTheTicksThatWereShown() {
        record(1 / 8.0, 10, 0.5, 3);
        assertThat(journal().correction(11).orElseThrow().steer()).isCloseTo(0.5f, within(1e-4f));
    }

    /** Records a stroke and then measures that the hand steers twice as far as is meant. */
    private void recordAndCalibrate() {
        record(1 / 8.0, 10, 0.5, 3);
        String expert = onFx(() -> workbench.expertProperty().get());
        dataset.experts().save(new Calibration(0, expert, "Virtual wheel", 1 / 8.0, 0.2, 0.02, 2, 0, 0.9, Instant.now())).join();
        onFx(workbench::contentsChanged);
        waitFor("the repaired label", () -> model.tracesProperty().get().anyRepaired());
        onFx(() -> model.player().seek(11));
    }

    @Test
    void aCalibrationRepairsTheLabelsInViewAtOnce() {
        recordAndCalibrate();
        assertThat(onFx(() -> model.tracesProperty().get().label()[11])).isCloseTo(0.25f, within(1e-4f));
    }

    @Test
    void theLabelOnTheWheelIsTheRepairedOne() {
        recordAndCalibrate();
        waitFor("the hand at rest", () -> Math.abs(model.expertSteerProperty().get().orElse(0) - 0.25) < 1e-4);
    }

    @Test
    void theKeyCShowsTheLabelAsItWasGiven() {
        recordAndCalibrate();
        waitFor("the hand at rest", () -> Math.abs(model.expertSteerProperty().get().orElse(0) - 0.25) < 1e-4);
        press(KeyCode.C);
        assertThat(onFx(() -> model.expertSteerProperty().get().orElse(0))).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void whatIsShownRawIsSaidToBeRaw() {
        recordAndCalibrate();
        press(KeyCode.C);
        assertThat(onFx(() -> screen.node().lookupAll(".raw-badge").stream().anyMatch(badge -> badge.isVisible()
                && badge instanceof javafx.scene.control.Label said && said.getText().startsWith("raw")))).isTrue();
    }

    @Test
    void aStrokeInSlowMotionLabelsNoTickThatWasNotShown() {
        record(1 / 8.0, 10, 0.5, 3);
        assertThat(journal().label(20)).isEmpty();
    }

    @Test
    void rightAfterAStrokeItIsTriedFromItsBegin() {
        record(1 / 8.0, 10, 0.5, 3);
        press(KeyCode.T);
        waitFor("the trial", () -> !screen.trials().marksProperty().get().isEmpty());
        assertThat(onFx(() -> screen.trials().marksProperty().get().getFirst().tick())).isEqualTo(10);
    }

    @Test
    void aMarkedRangeIsAllThatIsRecordedAnew() {
        onFx(() -> model.player().seek(20));
        press(KeyCode.UNDEFINED, false, "[");
        onFx(() -> model.player().seek(24));
        press(KeyCode.UNDEFINED, false, "]");
        wheel.turn(-0.4);
        onFx(() -> model.player().playAt(2));
        press(KeyCode.R);
        waitFor("the stroke on disk", () -> model.journal().canUndo().getValue());
        assertThat(journal().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(20, 25));
    }

    @Test
    void keyASaysTheLearnerWasRight() {
        press(KeyCode.A);
        waitFor("the approval", () -> model.journal().canUndo().getValue());
        assertThat(journal().label(5)).containsInstanceOf(Label.Approval.class);
    }

    @Test
    void keyXRejects() {
        press(KeyCode.X);
        waitFor("the rejection", () -> model.journal().canUndo().getValue());
        assertThat(journal().label(5)).containsInstanceOf(Label.Rejection.class);
    }

    @Test
    void keyZTakesTheLastLabelBack() {
        press(KeyCode.A);
        waitFor("the approval", () -> model.journal().canUndo().getValue());
        press(KeyCode.Z);
        waitFor("the undo", () -> model.journal().canRedo().getValue());
        assertThat(journal().label(5)).isEmpty();
    }

    @Test
    void shiftAndZBringItBack() {
        press(KeyCode.A);
        waitFor("the approval", () -> model.journal().canUndo().getValue());
        press(KeyCode.Z);
        waitFor("the undo", () -> model.journal().canRedo().getValue());
        press(KeyCode.Z, true, "");
        waitFor("the redo", () -> model.journal().canUndo().getValue());
        assertThat(journal().label(5)).isPresent();
    }

    @Test
    void shiftAndAnArrowStepTen() {
        onFx(() -> model.player().seek(20));
        press(KeyCode.RIGHT, true, "");
        assertThat(onFx(this::tick)).isEqualTo(30);
    }

    @Test
    void anUnpluggedStickKeepsTheStrokeUpToThere() {
        unplugInTheMiddle();
        waitFor("the stroke on disk", () -> model.journal().canUndo().getValue());
        assertThat(journal().correction(11).orElseThrow().steer()).isCloseTo(0.6f, within(1e-4f));
    }

    @Test
    void anUnpluggedStickPausesTheReplay() {
        unplugInTheMiddle();
        waitFor("the pause", () -> !model.player().playingProperty().get() && !model.recording().recordingProperty().get());
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("Virtual wheel").contains("unplugged");
    }

    private void unplugInTheMiddle() {
        onFx(() -> {
            model.player().playAt(0.25);
            model.player().seek(10);
        });
        wheel.turn(0.6);
        waitFor("the wheel", () -> model.hand().now().steer() > 0.5);
        press(KeyCode.R);
        waitFor("some ticks", () -> tick() >= 13);
        wheel.unplug();
    }

    @Test
    void theLearnersRibbonIsAmberInThePicture() {
        assertThat(pixels(LabelScreenTest::amber)).isGreaterThan(200);
    }

    @Test
    void theStickDrawsACyanRibbonWithoutRecording() {
        wheel.turn(-0.5);
        waitFor("the ribbon", () -> model.expertSteerProperty().get().orElse(0) < -0.4);
        assertThat(pixels(LabelScreenTest::cyan)).isGreaterThan(200);
    }

    @Test
    void theTimerStopsWhenNothingMoves() {
        wheel.turn(0.3);
        waitFor("the wheel", () -> model.hand().now().steer() > 0.2);
        waitFor("rest", () -> !screen.pulsing());
    }

    private int pixels(IntPredicate colour) {
        waitFor("the picture", () -> model.picture().frameProperty().get().isPresent());
        return onFx(() -> {
            WritableImage picture = stage.getScene().lookup("#picture").snapshot(null, null);
            int count = 0;
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    count += colour.test(picture.getPixelReader().getArgb(x, y)) ? 1 : 0;
                }
            }
            return count;
        });
    }

    private static boolean amber(int argb) {
        return (argb >> 16 & 255) > 225 && Math.abs((argb >> 8 & 255) - 165) < 30 && (argb & 255) < 90;
    }

    private static boolean cyan(int argb) {
        return (argb >> 16 & 255) < 90 && (argb >> 8 & 255) > 190 && (argb & 255) > 220;
    }
}
