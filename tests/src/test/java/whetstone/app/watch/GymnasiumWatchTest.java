package whetstone.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.PythonSetting;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.model.Control;
import whetstone.model.Rollout;
import whetstone.model.environment.gymnasium.Pythons;
import whetstone.model.world.GymnasiumKind;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** A Gymnasium environment on the Watch screen, on the Python that is here and a stand-in for Gymnasium. */
class GymnasiumWatchTest {
    private static final Duration MOST = Duration.ofSeconds(40);

    @TempDir Path folder;
    private final Threads threads = new Threads();
    private Dataset dataset;
    private Workbench workbench;
    private WatchScreen screen;
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        String python = Pythons.withStandIn(folder);
        HeadlessWindow.start();
        dataset = SkywayDataset.empty(folder);
        stage = HeadlessWindow.onFx(() -> {
            PythonSetting setting = new PythonSetting(python, _ -> { });
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()),
                    new Worlds(List.of(new SkywayKind(), new GymnasiumKind(setting::command, Optional::empty))), setting);
            screen = new WatchScreen(workbench, version -> { throw new AssertionError("there is no " + version); }, OptionalDouble::empty, _ -> { });
            workbench.open(dataset);
            screen.shown();
            return HeadlessWindow.show(screen.node(), 1280, 720, true);
        });
    }

    @AfterEach
    void close() {
        if (screen != null) {
            HeadlessWindow.onFx(() -> {
                screen.hidden();
                screen.model().stop();
                stage.hide();
            });
            dataset.close();
        }
        threads.close();
    }

    @Test
    void whatThePersonDrivesThereIsRecordedWithItsStates() {
        choose("gymnasium:Both-v0", new WhoDrives.Person());
        HeadlessWindow.onFx(() -> {
            screen.model().record(true);
            screen.model().play();
        });
        HeadlessWindow.await("a few recorded ticks", MOST, () -> frame().isPresent() && frame().get().recorded() > 5);
        HeadlessWindow.onFx(() -> screen.model().stop());
        HeadlessWindow.await("a rollout", MOST, () -> screen.model().recordedProperty().get().isPresent());
        Rollout rollout = dataset.rollout(screen.model().recordedProperty().get().orElseThrow());
        assertThat(rollout.info().environment().variant()).isEqualTo("Both-v0");
        assertThat(rollout.step(3).control()).isEqualTo(Control.HUMAN);
        assertThat(rollout.step(3).state()).isPresent();
    }

    @Test
    void anEpisodesEndEndsTheRideAndTellsItsReturn() {
        choose("gymnasium:Both-v0,every=9", new WhoDrives.Person());
        HeadlessWindow.onFx(() -> {
            screen.model().play();
            screen.steering().pull(1);
        });
        said("its return is");
        assertThat(HeadlessWindow.onFx(() -> screen.model().stateProperty().get())).isEqualTo(WatchModel.State.IDLE);
    }

    @Test
    void whatWasRecordedBeforeTheEnvironmentFailedIsKept() {
        choose("gymnasium:Breaking-v0", new WhoDrives.Person());
        HeadlessWindow.onFx(() -> {
            screen.model().record(true);
            screen.model().play();
        });
        HeadlessWindow.await("a rollout", MOST, () -> screen.model().recordedProperty().get().isPresent());
        assertThat(dataset.rollouts().getFirst().length()).isEqualTo(5);
        said("the wheels came off");
    }

    @Test
    void anEnvironmentThatIsNotThereIsToldInASentence() {
        choose("gymnasium:Nowhere", new WhoDrives.Person());
        HeadlessWindow.onFx(() -> screen.model().play());
        said("doesn't exist");
    }

    @Test
    void aMissingExpertIsToldInASentence() {
        choose("gymnasium:Both-v0", new WhoDrives.ProgramExpert());
        HeadlessWindow.onFx(() -> screen.model().play());
        said("has no program expert");
    }

    @Test
    void aMissingPythonIsToldInASentence() {
        HeadlessWindow.onFx(() -> workbench.python().choose("/nowhere/python"));
        choose("gymnasium:Both-v0", new WhoDrives.Person());
        HeadlessWindow.onFx(() -> screen.model().play());
        said("Install Python");
    }

    @Test
    void anIdThatCannotBeIsToldAtOnce() {
        HeadlessWindow.onFx(() -> screen.model().chooseWorld("gymnasium:two words"));
        said("no id of a Gymnasium environment");
        assertThat(HeadlessWindow.onFx(() -> screen.model().settingsProperty().get().kind())).isEqualTo("skyway");
    }

    @Test
    void thePythonIsAskedForOnlyWhereGymnasiumIsChosen() {
        boolean before = HeadlessWindow.onFx(this::asksForPython);
        choose("gymnasium:Both-v0", new WhoDrives.Person());
        assertThat(List.of(before, HeadlessWindow.onFx(this::asksForPython))).containsExactly(false, true);
    }

    private boolean asksForPython() {
        Set<javafx.scene.Node> fields = screen.node().lookupAll(".text-field");
        return fields.stream().filter(TextField.class::isInstance).map(TextField.class::cast)
                .anyMatch(field -> field.getText().equals(workbench.python().command()) && field.getParent().isVisible());
    }

    private void choose(String world, WhoDrives who) {
        HeadlessWindow.onFx(() -> {
            screen.model().chooseWorld(world);
            screen.model().choose(screen.model().settingsProperty().get().withDriver(who));
        });
    }

    private void said(String words) {
        HeadlessWindow.await("the sentence '" + words + "'", MOST, () -> workbench.noticeProperty().get().contains(words));
    }

    private Optional<Frame> frame() {
        return screen.model().frameProperty().get();
    }
}
