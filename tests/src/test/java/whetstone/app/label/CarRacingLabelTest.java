package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.PythonSetting;
import whetstone.app.Retraining;
import whetstone.app.Settings;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Round;
import whetstone.labelling.input.AxisMapping;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.RolloutInfo;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.gymnasium.GymnasiumEnvironment;
import whetstone.model.environment.gymnasium.GymnasiumPlace;
import whetstone.model.environment.gymnasium.Pythons;
import whetstone.model.expert.Expert;
import whetstone.model.world.GymnasiumKind;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** A recording of the real CarRacing-v3 on the Label screen, where a Python has it. The learner steers a third of what it should. */
class CarRacingLabelTest {
    private static final int TICKS = 70;

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private final VirtualStick wheel = new VirtualStick();
    private Dataset dataset;
    private long rollout;
    private LabelScreen screen;
    private LabelModel model;
    private Stage stage;

    @BeforeEach
    void open() {
        String python = Pythons.withCarRacing();
        HeadlessWindow.start();
        dataset = SkywayDataset.empty(folder);
        rollout = recorded(python);
        poller.use(wheel, new StickMapping(List.of(new AxisMapping("steer", 0, false, 0, 0, 1)), Map.of()), ActionSpec.STEER);
        onFx(() -> {
            Workbench workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()),
                    new Worlds(List.of(new SkywayKind(), new GymnasiumKind(() -> python, Optional::empty))), new PythonSetting(python, _ -> { }));
            screen = new LabelScreen(workbench, new Retraining(workbench, (_, _, _, _, _) ->
                    new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)), poller, _ -> { }, _ -> { },
                    new Settings(folder), _ -> _ -> ActionSpec.STEER.neutral());
            model = screen.model();
            stage = HeadlessWindow.show(screen.node(), 1280, 720, true);
            screen.shown();
            workbench.open(dataset);
        });
        waitFor("a clip to open", () -> model.picture().frameProperty().get().isPresent());
        onFx(() -> model.openRollout(rollout));
        waitFor("the whole rollout", () -> model.openProperty().get().orElseThrow().clip().length() == TICKS);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            onFx(() -> {
                screen.hidden();
                stage.close();
            });
            dataset.close();
        }
        poller.close();
        threads.close();
    }

    @Test
    void aStrokeLabelsItAndCanBeTriedInTheGameItself() {
        label(55, 0.5);
        assertThat(dataset.track(rollout).correction(56).orElseThrow().steer()).isCloseTo(0.5f, org.assertj.core.api.Assertions.within(1e-4f));
        onFx(() -> model.player().seek(56));
        waitFor("a ribbon on the road", () -> stage.getScene().getRoot().lookupAll(".ribbon-edge.learner").stream()
                .anyMatch(line -> line instanceof Polyline edge && edge.getPoints().size() > 4));
        press(KeyCode.T);
        waitFor("the picture-in-picture", () -> Optional.ofNullable(stage.getScene().lookup("#trial-outcome")).filter(Node::isVisible).isPresent());
        assertThat(onFx(() -> screen.trials().marksProperty().get())).hasSize(1);
    }

    private long recorded(String python) {
        try (GymnasiumEnvironment environment = GymnasiumEnvironment.start(python, GymnasiumPlace.parse("CarRacing-v3"))) {
            Expert expert = environment.expert().orElseThrow();
            RolloutWriter writer = dataset.record(new RolloutInfo(environment.spec(), "gymnasium CarRacing-v3", OptionalLong.empty(), 1, 4,
                    Instant.parse("2026-11-20T10:15:30Z"), Optional.empty()));
            new Drive(environment, seen -> Decision.byPolicy(new Action(ActionSpec.STEER, expert.advise(seen).steer() / 3)), 4, true)
                    .ticks(TICKS).forEach(writer::append);
            return writer.finish().join();
        }
    }

    private void label(int from, double steer) {
        onFx(() -> {
            model.player().playAt(1 / 4.0);
            model.player().seek(from);
        });
        wheel.turn(steer);
        waitFor("the wheel", () -> Math.abs(model.hand().now().steer() - steer) < 1e-6);
        press(KeyCode.R);
        waitFor("some ticks", () -> model.player().tick().orElseThrow() >= from + 4);
        press(KeyCode.R);
        waitFor("the stroke on disk", () -> model.journal().canUndo().getValue());
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(30), holds);
    }

    private void press(KeyCode key) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }
}
