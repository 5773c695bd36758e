package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;

/** Blind repeats read from a real file. */
class RepeatabilityTest {
    private static final TickRange CLIP = new TickRange(10, 40);

    @TempDir
    private Path folder;
    private LabelledFile file;

    @BeforeEach
    void open() {
        file = new LabelledFile(folder, 60);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Repeatability repeatability() {
        return Repeatability.of(file.dataset);
    }

    private Comparison only() {
        assertThat(repeatability().comparisons()).hasSize(1);
        return repeatability().comparisons().getFirst();
    }

    @Test
    void whatWasLabelledThenAndNowIsCompared() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(only().error()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void aClipShownAgainButNotLabelledComparesNothing() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Ada", CLIP, TUESDAY);
        assertThat(repeatability().comparisons()).isEmpty();
    }

    @Test
    void onlyTheFirstLabelAfterIsBlind() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.undo(file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.6), TUESDAY.plusSeconds(30));
        file.steer("Ada", TUESDAY.plusSeconds(40), CLIP, _ -> 0.2);
        assertThat(only().error()).isCloseTo(0.4, within(1e-6));
    }

    @Test
    void whatWasUndoneBeforeIsNotCompared() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.undo(file.steer("Ada", MONDAY.plusSeconds(60), CLIP, _ -> 0.9), MONDAY.plusSeconds(70));
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(only().error()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void anApprovalCountsAsTheLearnersSteering() {
        file.say("Ada", MONDAY, new Label.Approval(CLIP));
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> -0.5);
        assertThat(only().bias()).isCloseTo(-0.5, within(1e-6));
    }

    @Test
    void onlyTicksLabelledBothTimesAreCompared() {
        file.steer("Ada", MONDAY, new TickRange(0, 20), _ -> 0.2);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(only().ticks()).hasSize(10).startsWith(10);
    }

    @Test
    void anothersLabelIsComparedBetweenExperts() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Bob", CLIP, TUESDAY);
        file.steer("Bob", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(repeatability().withEachOther()).containsOnlyKeys(new Repeatability.Pair("Ada", "Bob"));
        assertThat(repeatability().withThemselves()).isEmpty();
    }

    @Test
    void aPairsBiasIsTheSameWhoeverWasFirst() {
        file.steer("Bob", MONDAY, CLIP, _ -> 0.3);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.2);
        assertThat(repeatability().withEachOther().get(new Repeatability.Pair("Ada", "Bob")).bias()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void twoExpertsLabelsOnOneClipAreTwoComparisons() {
        file.steer("Ada", MONDAY, new TickRange(10, 25), _ -> 0.2);
        file.steer("Bob", MONDAY, new TickRange(25, 40), _ -> 0.1);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(repeatability().comparisons()).extracting(Comparison::first).containsExactly("Ada", "Bob");
    }

    @Test
    void aStrokeThatAnotherEnteredIsStillItsGivers() {
        JournalEntry.Labelled given = file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.say("Cleo", MONDAY.plusSeconds(60), given.label());
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        assertThat(only().bySameExpert()).isTrue();
    }

    @Test
    void deletedRolloutsDoNotCount() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        file.shownAgain("Ada", CLIP, TUESDAY);
        file.steer("Ada", TUESDAY.plusSeconds(20), CLIP, _ -> 0.3);
        file.dataset.markDeleted(file.rollout, true).join();
        assertThat(repeatability().comparisons()).isEmpty();
    }
}
