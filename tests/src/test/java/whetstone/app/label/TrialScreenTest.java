package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
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
import whetstone.app.Retraining;
import whetstone.app.Settings;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Round;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** "Try it" in a real window. The learner of the recordings never steers, and falls; approved, so do the labels. */
class TrialScreenTest {
    private static final int TICKS = 60;

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final StickPoller poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
    private Dataset dataset;
    private long driven;
    private long imported;
    private LabelScreen screen;
    private LabelModel model;
    private Workbench workbench;
    private Stage stage;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        driven = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        imported = withoutStates(dataset.rollout(driven));
        for (long rollout : List.of(driven, imported)) {
            dataset.append(new JournalEntry.Labelled(0, rollout, "E", Instant.EPOCH, new Label.Approval(new TickRange(0, TICKS)))).join();
        }
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new LabelScreen(workbench, new Retraining(workbench, (_, _, _, _, _) ->
                    new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)), poller, _ -> { }, _ -> { },
                    new Settings(folder), _ -> _ -> ActionSpec.STEER.neutral());
            model = screen.model();
            stage = HeadlessWindow.show(screen.node(), 1280, 630, true);
            screen.shown();
            workbench.open(dataset);
        });
        show(driven);
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

    /** The same as somebody's recording of a vehicle that can't be put back. */
    private long withoutStates(Rollout rollout) {
        EnvironmentSpec spec = rollout.info().environment();
        RolloutWriter writer = dataset.record(new RolloutInfo(new EnvironmentSpec("donkey", "", spec.ticksPerSecond(), spec.action(),
                spec.cameras(), spec.stateNames(), spec.vehicle(), false), "tub", OptionalLong.empty(), 1, 1, Instant.EPOCH, Optional.empty()));
        for (int tick = 0; tick < rollout.length(); tick++) {
            Step step = rollout.step(tick);
            writer.append(new Step(tick, step.seen(), step.learnerAction(), step.executedAction(), step.control(), Optional.empty(), Set.of(),
                    Optional.empty()));
        }
        return writer.finish().join();
    }

    private void show(long rollout) {
        onFx(() -> model.openRollout(rollout));
        waitFor("the whole rollout", () -> model.openProperty().get().filter(clip -> clip.id() == rollout).isPresent()
                && model.picture().frameProperty().get().filter(frame -> frame.rollout() == rollout).isPresent());
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    private void press(KeyCode key, boolean shift) {
        onFx(() -> Event.fireEvent(screen.node(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
    }

    private Optional<Node> node(String selector) {
        return Optional.ofNullable(stage.getScene().lookup(selector));
    }

    private boolean trialInView() {
        return node("#trial").filter(Node::isVisible).isPresent() && node("#trial-outcome").filter(Node::isVisible).isPresent();
    }

    private String text(String selector) {
        return onFx(() -> ((Labeled) node(selector).orElseThrow()).getText());
    }

    private void tryFrom(int tick) {
        onFx(() -> model.player().seek(tick));
        press(KeyCode.T, false);
        waitFor("the picture-in-picture", this::trialInView);
    }

    private void makeDriver() {
        PolicyVersion version = dataset.save(new PolicyVersion(0, "v1", OptionalLong.empty(), 1,
                new PolicyDescription(new PolicyInput("front", 2, 2, PolicyInput.ColourSpace.LAB), new Network.Ridge(1), ActionSpec.STEER),
                new Weights(new float[13]), 1, 0, OptionalDouble.empty(), Instant.EPOCH)).join();
        dataset.makeDriver(OptionalLong.of(version.id())).join();
        onFx(workbench::contentsChanged);
        waitFor("the driver", () -> workbench.driverProperty().get().isPresent());
    }

    @Test
    void keyTShowsThePictureInPicture() {
        tryFrom(0);
        assertThat(text("#trial-outcome")).isEqualTo("falls");
    }

    @Test
    void theTickThatWasTriedIsMarkedOnTheTimeline() {
        tryFrom(3);
        assertThat(onFx(() -> node("#tried-3"))).isPresent();
    }

    @Test
    void tryingPutsNothingIntoTheJournal() {
        List<JournalEntry> before = dataset.journal(driven);
        tryFrom(0);
        assertThat(dataset.journal(driven)).isEqualTo(before);
    }

    @Test
    void tryingRecordsNothing() {
        tryFrom(0);
        assertThat(dataset.rollouts()).hasSize(2);
    }

    @Test
    void anUndoneLabelTakesItsMarkWithIt() {
        tryFrom(3);
        press(KeyCode.Z, false);
        waitFor("the mark to go", () -> node("#tried-3").isEmpty());
    }

    @Test
    void escapeTakesThePictureAwayAndLeavesTheMark() {
        tryFrom(3);
        press(KeyCode.ESCAPE, false);
        assertThat(onFx(this::trialInView)).isFalse();
        assertThat(onFx(() -> node("#tried-3"))).isPresent();
    }

    @Test
    void theTimerStopsWhenTheTrialIsOver() {
        tryFrom(0);
        waitFor("rest", () -> !screen.pulsing());
    }

    @Test
    void atAFrameWithALabelTheTrialBeginsThere() {
        tryFrom(7);
        assertThat(onFx(() -> screen.trials().marksProperty().get())).extracting(TrialMark::tick).containsExactly(7);
    }

    @Test
    void anotherClipTakesThePictureAway() {
        tryFrom(0);
        show(imported);
        assertThat(onFx(this::trialInView)).isFalse();
    }

    @Test
    void shiftAndTTryThePolicyThatDrives() {
        makeDriver();
        onFx(() -> model.player().seek(0));
        press(KeyCode.T, true);
        waitFor("the picture-in-picture", this::trialInView);
        assertThat(text("#trial-outcome")).isEqualTo("v1 falls");
    }

    @Test
    void withoutAPolicyShiftAndTSaysSo() {
        press(KeyCode.T, true);
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("No policy drives yet");
    }

    @Test
    void aRecordingWithoutStatesSaysWhyItCannotBeTried() {
        show(imported);
        waitFor("the hindrance", () -> node("#try").orElseThrow().isDisabled());
        press(KeyCode.T, false);
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("donkey").contains("no environment that can be driven on");
    }

    @Test
    void aRecordingWithoutStatesShowsWhereItsLabelsLead() {
        show(imported);
        waitFor("the dashed lines", () -> stage.getScene().getRoot().lookupAll(".ribbon-edge.labels").stream()
                .anyMatch(line -> line instanceof Polyline edge && edge.getPoints().size() > 20));
    }

    @Test
    void theRibbonsGrowLongerAtAClick() {
        waitFor("a ribbon", () -> edge() > 4);
        int before = onFx(this::edge);
        onFx(() -> ((Button) node("#ribbon-length").orElseThrow()).fire());
        assertThat(onFx(this::edge)).isGreaterThan(before);
    }

    @Test
    void theRibbonsLengthIsKept() {
        onFx(() -> ((Button) node("#ribbon-length").orElseThrow()).fire());
        assertThat(onFx(() -> new RibbonLength(new Settings(folder)).secondsProperty().get())).isEqualTo(2);
    }

    private int edge() {
        return stage.getScene().getRoot().lookupAll(".ribbon-edge.learner").stream()
                .mapToInt(line -> ((Polyline) line).getPoints().size()).max().orElse(0);
    }
}
