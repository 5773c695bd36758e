package whetstone.app.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.input.StickSearch;
import whetstone.labelling.input.StickSettings;
import whetstone.labelling.input.StickState;
import whetstone.labelling.input.StickVerb;
import whetstone.labelling.replay.Ticker;

class ControllerScreenTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private final WrittenStick wheel = new WrittenStick("Written wheel");
    private Workbench workbench;
    private ControllerScreen screen;
    private Stage stage;
    private List<WrittenStick> pluggedIn = List.of(wheel);

    @BeforeEach
    void open() {
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new ControllerScreen(workbench,
                    () -> CompletableFuture.completedFuture(new StickSearch.Found(List.copyOf(pluggedIn), Optional.empty())),
                    poller, new StickSettings(folder));
            stage = HeadlessWindow.show(screen.node(), 1280, 640, true);
            screen.shown();
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            screen.hidden();
            stage.close();
        });
        poller.close();
        threads.close();
    }

    private void plugIn() {
        click("rescan");
        waitFor("the wheel to be chosen", () -> screen.model().chosenProperty().get() == wheel);
    }

    private void click(String id) {
        onFx(() -> ((Button) find(id)).fire());
    }

    private Node find(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private String text(String id) {
        return onFx(() -> ((Labeled) find(id)).getText());
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(5), holds);
    }

    private void waitForSteer(double steer) {
        waitFor("steering " + steer, () -> steers(steer));
    }

    private boolean steers(double steer) {
        return screen.model().stateProperty().get().filter(state -> Math.abs(state.value(0) - steer) < 1e-3).isPresent();
    }

    @Test
    void mouseAndKeyboardAreThereWithoutAStick() {
        pluggedIn = List.of();
        click("rescan");
        waitFor("the hint", () -> !((Labeled) find("hint")).getText().isEmpty());
        assertThat(text("hint")).contains("Mouse and keyboard work as well");
        assertThat(onFx(() -> List.of(find("device-mouse").isVisible(), find("device-keyboard").isVisible()))).containsOnly(true);
    }

    @Test
    void stickThatIsFoundSteersAndIsNamed() {
        plugIn();
        assertThat(onFx(() -> workbench.stickNameProperty().get())).isEqualTo("Written wheel");
    }

    @Test
    void wheelShowsTheCommandOfTheLiveStick() {
        plugIn();
        wheel.reads(1, 0, 0);
        waitForSteer(1);
        assertThat(text("steer-value")).isEqualTo("+1.000");
    }

    @Test
    void invertingFlipsTheSteeringOfAWheelThatIsHeld() {
        plugIn();
        wheel.reads(1, 0, 0);
        waitForSteer(1);
        onFx(() -> ((ToggleSwitch) find("inverted-steer")).setSelected(true));
        waitForSteer(-1);
    }

    @Test
    void mappingIsThereAtTheNextStart() {
        plugIn();
        onFx(() -> ((ToggleSwitch) find("inverted-steer")).setSelected(true));
        onFx(screen::hidden);
        assertThat(new StickSettings(folder).mapping(wheel.description()).axis("steer").orElseThrow().inverted()).isTrue();
    }

    @Test
    void resetBringsTheStandardMappingBack() {
        plugIn();
        onFx(() -> ((ToggleSwitch) find("inverted-steer")).setSelected(true));
        click("reset");
        assertThat(onFx(() -> screen.model().mappingProperty().get())).isEqualTo(StickMapping.standard(wheel.description()));
    }

    @Test
    void pressedButtonGetsTheVerbThatWaitsForIt() {
        plugIn();
        wheel.reads(0, 0, 0);
        waitForSteer(0);
        click("verb-undo");
        wheel.reads(0, 0, 1 << 9);
        wheel.reads(0, 0, 0);
        waitFor("the button", () -> screen.model().awaitedProperty().get().isEmpty());
        assertThat(onFx(() -> screen.model().mappingProperty().get().buttons().get(StickVerb.UNDO))).isEqualTo(9);
    }

    @Test
    void deviceWithThreeLevelsIsRefusedAndSteersNoMore() {
        plugIn();
        sweep(-1, 0, 1);
        assertThat(text("test-result")).contains("tells only 3 steering positions apart");
        assertThat(onFx(() -> screen.model().mappingProperty().get().axis("steer"))).isEmpty();
    }

    @Test
    void fineDeviceIsAccepted() {
        plugIn();
        double[] positions = new double[41];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = -1 + i / 20.0;
        }
        sweep(positions);
        assertThat(text("test-result")).contains("41 positions").contains("fine enough");
    }

    @Test
    void deviceThatWasNotMovedIsNotRefused() {
        plugIn();
        sweep(0.01);
        assertThat(text("test-result")).contains("Only 0 % of the travel");
    }

    @Test
    void driftTestSetsCentreAndDeadZone() {
        plugIn();
        wheel.reads(0.04, 0, 0);
        waitFor("the reading", () -> screen.model().stateProperty().get().isPresent());
        onFx(() -> screen.model().test(DeviceTest.Kind.REST, Ticker.SYSTEM.nanos() - 3 * SECOND));
        waitFor("the result", () -> screen.model().testProperty().get() instanceof DeviceTest.Standing.Rested);
        click("compensate");
        assertThat(onFx(() -> screen.model().mappingProperty().get().axis("steer").orElseThrow().respond(0.04f))).isZero();
    }

    @Test
    void unpluggedStickIsSaidAndTheMouseSteers() {
        plugIn();
        wheel.isUnplugged();
        waitFor("the mouse", () -> workbench.stickNameProperty().get().equals("Mouse"));
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("'Written wheel' was unplugged");
    }

    /** Shows the positions to the test one by one, then lets its time be over. */
    private void sweep(double... positions) {
        wheel.reads(positions[0], 0, 0);
        waitFor("the first position", () -> screen.model().stateProperty().get().isPresent());
        onFx(() -> screen.model().test(DeviceTest.Kind.SWEEP, Ticker.SYSTEM.nanos()));
        for (double position : positions) {
            wheel.reads(position, 0, 0);
            waitFor("position " + position, () -> screen.model().stateProperty().get()
                    .map(StickState::sample).filter(sample -> sample.axis(0) == (float) position).isPresent());
        }
        onFx(() -> screen.model().pulse(Ticker.SYSTEM.nanos() + 7 * SECOND));
    }
}
