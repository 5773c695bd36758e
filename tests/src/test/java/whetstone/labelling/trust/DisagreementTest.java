package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.model.ActionSpec;

/** Disagreements between experts in a real file. */
class DisagreementTest {
    private static final TickRange CLIP = new TickRange(10, 40);
    private static final Instant LATER = TUESDAY.plusSeconds(3600);

    @TempDir
    private Path folder;
    private LabelledFile file;

    @BeforeEach
    void open() {
        file = new LabelledFile(folder, 100);
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Bob", CLIP, TUESDAY);
        file.steer("Bob", TUESDAY.plusSeconds(20), CLIP, _ -> -0.4);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private List<Disagreement> open(LabelledFile of) {
        return Disagreement.of(of.dataset, Repeatability.of(of.dataset));
    }

    private LabelTrack track() {
        return file.dataset.track(file.rollout);
    }

    private void settle(Disagreement.Choice choice) {
        open(file).getFirst().settled(choice, "Cleo", LATER, ActionSpec.STEER).forEach(entry -> file.dataset.append(entry).join());
    }

    private double steer(int tick) {
        return track().correction(tick).orElseThrow().steer();
    }

    @Test
    void twoExpertsWhoDifferDisagree() {
        assertThat(open(file)).extracting(one -> one.between().first(), one -> one.between().second())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ada", "Bob"));
    }

    @Test
    void theLargestComesFirst() {
        TickRange other = new TickRange(50, 70);
        file.steer("Ada", MONDAY, other, _ -> 0.9);
        file.shownAgain("Bob", other, TUESDAY);
        file.steer("Bob", TUESDAY.plusSeconds(60), other, _ -> -0.9);
        assertThat(open(file)).extracting(one -> one.between().range()).containsExactly(other, CLIP);
    }

    @Test
    void smallDifferencesAreNone() {
        TickRange other = new TickRange(50, 70);
        file.steer("Ada", MONDAY, other, _ -> 0.2);
        file.shownAgain("Bob", other, TUESDAY);
        file.steer("Bob", TUESDAY.plusSeconds(60), other, _ -> 0.25);
        assertThat(open(file)).hasSize(1);
    }

    @Test
    void oneWhoDiffersFromHimselfDoesNotDisagree() {
        TickRange other = new TickRange(50, 70);
        file.steer("Ada", MONDAY, other, _ -> 0.9);
        file.shownAgain("Ada", other, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(60), other, _ -> -0.9);
        assertThat(open(file)).hasSize(1);
    }

    @Test
    void theFirstsLabelHoldsWhereItWasChosen() {
        settle(Disagreement.Choice.FIRST);
        assertThat(steer(25)).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void theSecondsLabelHoldsWhereItWasChosen() {
        settle(Disagreement.Choice.SECOND);
        assertThat(steer(25)).isCloseTo(-0.4, within(1e-6));
    }

    @Test
    void theMeanHoldsWhereItWasChosen() {
        settle(Disagreement.Choice.MEAN);
        assertThat(steer(10)).isCloseTo(-0.1, within(1e-6));
        assertThat(steer(39)).isCloseTo(-0.1, within(1e-6));
    }

    @Test
    void theChosenStrokeStaysItsGivers() {
        settle(Disagreement.Choice.FIRST);
        assertThat(((Label.Correction) track().label(25).orElseThrow()).stroke().expert()).isEqualTo("Ada");
        assertThat(track().entry(25).orElseThrow().expert()).isEqualTo("Cleo");
    }

    @Test
    void whatIsSettledIsNoLongerListed() {
        settle(Disagreement.Choice.SECOND);
        assertThat(open(file)).isEmpty();
    }

    @Test
    void oneUndoTakesTheSettlementBack() {
        settle(Disagreement.Choice.FIRST);
        track().undo("Cleo", LATER).forEach(entry -> file.dataset.append(entry).join());
        assertThat(steer(25)).isCloseTo(-0.4, within(1e-6));
        assertThat(open(file)).hasSize(1);
    }

    @Test
    void undoingTheSecondsOwnStrokeChosenLeavesTheStrokeItself() {
        settle(Disagreement.Choice.SECOND);
        track().undo("Cleo", LATER).forEach(entry -> file.dataset.append(entry).join());
        assertThat(steer(25)).isCloseTo(-0.4, within(1e-6));
    }

    @Test
    void anApprovalCanBeChosen() {
        TickRange other = new TickRange(50, 70);
        file.say("Ada", MONDAY, new Label.Approval(other));
        file.shownAgain("Bob", other, TUESDAY);
        file.steer("Bob", TUESDAY.plusSeconds(60), other, _ -> 0.9);
        settle(Disagreement.Choice.FIRST);
        assertThat(track().label(60)).containsInstanceOf(Label.Approval.class);
    }
}
