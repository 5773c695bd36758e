package whetstone.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.model.Control;

/** The Watch screen in a real window, driving on the real drive thread. */
class WatchScreenTest {
    private static final Duration MOST = Duration.ofSeconds(40);

    @TempDir Path folder;
    private Threads threads;
    private Dataset dataset;
    private WatchScreen screen;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        stage = HeadlessWindow.onFx(() -> {
            Workbench workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new WatchScreen(workbench, version -> { throw new AssertionError("there is no " + version); }, OptionalDouble::empty, _ -> { });
            workbench.open(dataset);
            screen.shown();
            return HeadlessWindow.show(screen.node(), 1280, 620, true);
        });
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(() -> {
            screen.hidden();
            screen.model().stop();
            stage.hide();
        });
        threads.close();
        dataset.close();
    }

    @Test
    void whatIsRecordedIsInTheFileAfterEscape() {
        press(KeyCode.R);
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few recorded ticks", MOST, () -> frame() != null && frame().recorded() > 5);
        press(KeyCode.ESCAPE);
        HeadlessWindow.await("a rollout", MOST, () -> screen.model().recordedProperty().get().isPresent());
        assertThat(dataset.rollouts().getFirst().length()).isGreaterThan(5);
    }

    @Test
    void pauseHoldsTheVehicle() {
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few ticks", MOST, () -> frame() != null && frame().tick() > 3);
        press(KeyCode.SPACE);
        CompletableFuture.runAsync(() -> { }, threads.drive()).join();
        int held = HeadlessWindow.onFx(() -> frame().tick());
        int[] pulses = {0};
        HeadlessWindow.await("pulses", MOST, () -> ++pulses[0] > 20);
        assertThat(HeadlessWindow.onFx(() -> frame().tick())).isEqualTo(held);
    }

    @Test
    void anArrowKeyTakesOverWhileAButtonHasTheFocus() {
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few ticks", MOST, () -> frame() != null && frame().tick() > 3);
        HeadlessWindow.onFx(() -> Event.fireEvent(screen.node().lookup(".button"), key(KeyCode.RIGHT)));
        HeadlessWindow.await("the take-over", MOST, () -> frame().control() == Control.HUMAN);
    }

    @Test
    void outOfViewNothingDrivesOn() {
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few ticks", MOST, () -> frame() != null && frame().tick() > 3);
        HeadlessWindow.onFx(screen::hidden);
        assertThat(HeadlessWindow.onFx(() -> screen.model().stateProperty().get())).isEqualTo(WatchModel.State.PAUSED);
    }

    @Test
    void twoThatAreComparedDriveInStep() {
        HeadlessWindow.onFx(() -> screen.model().choose(screen.model().settingsProperty().get().comparedWith(Optional.of(new WhoDrives.ProgramExpert()))));
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few ticks beside", MOST, () -> screen.model().besideProperty().get().filter(beside -> beside.tick() > 3
                && beside.tick() == frame().tick()).isPresent());
    }

    @Test
    void whatIsComparedWithCanBeTakenAwayAgain() {
        HeadlessWindow.onFx(() -> screen.model().choose(screen.model().settingsProperty().get().comparedWith(Optional.of(new WhoDrives.ProgramExpert()))));
        press(KeyCode.SPACE);
        HeadlessWindow.await("a ride beside", MOST, () -> screen.model().besideProperty().get().isPresent());
        HeadlessWindow.onFx(() -> screen.model().choose(screen.model().settingsProperty().get().comparedWith(Optional.empty())));
        press(KeyCode.SPACE);
        HeadlessWindow.await("a few ticks", MOST, () -> frame() != null && frame().tick() > 3 && screen.model().besideProperty().get().isEmpty());
    }

    @Test
    void doubtIsShownOnceThereIsSomethingToJudgeBy() {
        SkywayDataset.byExpert(dataset, "delta", 120, 1);
        HeadlessWindow.onFx(() -> {
            screen.hidden();
            screen.shown();
        });
        press(KeyCode.SPACE);
        HeadlessWindow.await("doubt", MOST, () -> frame() != null && frame().doubt().isPresent());
    }

    private Frame frame() {
        return screen.model().frameProperty().get().orElse(null);
    }

    private void press(KeyCode code) {
        HeadlessWindow.onFx(() -> Event.fireEvent(screen.node(), key(code)));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
