package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;
import static whetstone.app.label.LabelWindow.waitFor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.Settings;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;
import whetstone.model.ActionSpec;
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
    private Dataset dataset;
    private long driven;
    private long imported;
    private LabelWindow window;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        driven = SkywayDataset.byLearner(dataset, "alpha", TICKS, 1);
        imported = SkywayDataset.withoutStates(dataset, dataset.rollout(driven));
        for (long rollout : List.of(driven, imported)) {
            dataset.append(new JournalEntry.Labelled(0, rollout, "E", Instant.EPOCH, new Label.Approval(new TickRange(0, TICKS)))).join();
        }
        window = new LabelWindow(folder, dataset);
        window.open(driven);
    }

    @AfterEach
    void close() {
        window.close();
        dataset.close();
    }

    private Optional<Node> node(String selector) {
        return Optional.ofNullable(window.stage().getScene().lookup(selector));
    }

    private boolean trialInView() {
        return node("#trial").filter(Node::isVisible).isPresent() && node("#trial-outcome").filter(Node::isVisible).isPresent();
    }

    private String text(String selector) {
        return onFx(() -> ((Labeled) node(selector).orElseThrow()).getText());
    }

    private void tryFrom(int tick) {
        onFx(() -> window.model().player().seek(tick));
        window.press(KeyCode.T);
        waitFor("the picture-in-picture", this::trialInView);
    }

    private void makeDriver() {
        PolicyVersion version = dataset.save(new PolicyVersion(0, "v1", OptionalLong.empty(), 1,
                new PolicyDescription(new PolicyInput("front", 2, 2, PolicyInput.ColourSpace.LAB), new Network.Ridge(1), ActionSpec.STEER),
                new Weights(new float[13]), 1, 0, OptionalDouble.empty(), Instant.EPOCH)).join();
        dataset.makeDriver(OptionalLong.of(version.id())).join();
        onFx(window.workbench()::contentsChanged);
        waitFor("the driver", () -> window.workbench().driverProperty().get().isPresent());
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
    void aRestartKeepsWhatATrialSaid() {
        tryFrom(3);
        List<TrialMark> said = onFx(() -> window.screen().trials().marksProperty().get());
        window.close();
        window = new LabelWindow(folder, dataset);
        window.open(driven);
        assertThat(onFx(() -> window.screen().trials().marksProperty().get())).isEqualTo(said).hasSize(1);
    }

    @Test
    void marksFromElsewhereThatAreNoneOfThisRecordingAreNotShown() {
        dataset.setSetting("trial marks of rollout " + imported, """
                [{"tick":-1,"outcome":{"falls":1}},{"tick":60,"labels":[1],"outcome":{"falls":1}},{"tick":1,"outcome":{"falls":"x","y":1}},
                 {"tick":2,"outcome":{"flies":1}},7,{"tick":3,"outcome":{"recovers":1.5}}]""").join();
        window.open(imported);
        assertThat(onFx(() -> window.screen().trials().marksProperty().get())).extracting(TrialMark::tick).containsExactly(3);
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
        window.press(KeyCode.Z);
        waitFor("the mark to go", () -> node("#tried-3").isEmpty());
    }

    @Test
    void escapeTakesThePictureAwayAndLeavesTheMark() {
        tryFrom(3);
        window.press(KeyCode.ESCAPE);
        assertThat(onFx(this::trialInView)).isFalse();
        assertThat(onFx(() -> node("#tried-3"))).isPresent();
    }

    @Test
    void theTimerStopsWhenTheTrialIsOver() {
        tryFrom(0);
        waitFor("rest", () -> !window.screen().pulsing());
    }

    @Test
    void atAFrameWithALabelTheTrialBeginsThere() {
        tryFrom(7);
        assertThat(onFx(() -> window.screen().trials().marksProperty().get())).extracting(TrialMark::tick).containsExactly(7);
    }

    @Test
    void anotherClipTakesThePictureAway() {
        tryFrom(0);
        window.open(imported);
        assertThat(onFx(this::trialInView)).isFalse();
    }

    @Test
    void shiftAndTTryThePolicyThatDrives() {
        makeDriver();
        onFx(() -> window.model().player().seek(0));
        window.pressShift(KeyCode.T);
        waitFor("the picture-in-picture", this::trialInView);
        assertThat(text("#trial-outcome")).isEqualTo("v1 falls");
    }

    @Test
    void withoutAPolicyShiftAndTSaysSo() {
        window.pressShift(KeyCode.T);
        assertThat(window.notice()).contains("No policy drives yet");
    }

    @Test
    void aRecordingWithoutStatesSaysWhyItCannotBeTried() {
        window.open(imported);
        waitFor("the hindrance", () -> node("#try").orElseThrow().isDisabled());
        window.press(KeyCode.T);
        assertThat(window.notice()).contains("donkey").contains("no environment that can be driven on");
    }

    @Test
    void aRecordingWithoutStatesShowsWhereItsLabelsLead() {
        window.open(imported);
        waitFor("the dashed lines", () -> window.stage().getScene().getRoot().lookupAll(".ribbon-edge.labels").stream()
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
        return window.stage().getScene().getRoot().lookupAll(".ribbon-edge.learner").stream()
                .mapToInt(line -> ((Polyline) line).getPoints().size()).max().orElse(0);
    }
}
