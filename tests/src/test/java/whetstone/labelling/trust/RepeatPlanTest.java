package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;

class RepeatPlanTest {
    private static final RepeatPlan PLAN = new RepeatPlan("Ada", 0.05, 1, TUESDAY);

    @TempDir
    private Path folder;

    private static List<Clip> clips(long rollout, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Clip(rollout, new TickRange(30 * i, 30 * i + 30), 10, new Clip.Reason.Unseen(),
                1 - i / 1000.0)).toList();
    }

    @Property
    void oneInEveryTwentyPlacesIsARepeat(@ForAll long seed, @ForAll @IntRange(max = 100) int block) {
        RepeatPlan plan = new RepeatPlan("Ada", 0.05, seed, TUESDAY);
        assertThat(IntStream.range(20 * block, 20 * block + 20).filter(plan::isRepeat).count()).isEqualTo(1);
    }

    @Test
    void thePlacesAreNotTheSameInEveryTwenty() {
        assertThat(IntStream.range(0, 400).filter(PLAN::isRepeat).map(place -> place % 20).distinct().count()).isGreaterThan(5);
    }

    @Test
    void withoutAShareNothingIsRepeated() {
        assertThat(new RepeatPlan("Ada", 0, 1, TUESDAY).mix(clips(1, 100), clips(2, 10), 0).repeats()).isEmpty();
    }

    @Test
    void everyClipStaysInTheQueueInItsOrder() {
        RepeatPlan.Mixed mixed = PLAN.mix(clips(1, 100), clips(2, 10), 0);
        assertThat(mixed.clips()).filteredOn(clip -> !mixed.repeats().contains(clip)).isEqualTo(clips(1, 100));
    }

    @Test
    void aRepeatMovesUpAsClipsAreLabelled() {
        int before = place(PLAN.mix(clips(1, 100), clips(2, 10), 0));
        assertThat(place(PLAN.mix(clips(1, 100), clips(2, 10), 1))).isEqualTo(before - 1);
    }

    private static int place(RepeatPlan.Mixed mixed) {
        return IntStream.range(0, mixed.clips().size()).filter(i -> mixed.repeats().contains(mixed.clips().get(i))).findFirst().orElseThrow();
    }

    @Test
    void aRepeatIsWorthWhatItsNeighbourIs() {
        assertThat(PLAN.mix(clips(1, 100), clips(2, 10), 0).clips()).extracting(Clip::worth).isSortedAccordingTo((one, two) -> Double.compare(two, one));
    }

    @Test
    void aRepeatStaysWhenTheRestIsRankedAnew() {
        List<Clip> other = clips(1, 100).stream().map(clip -> clip.withWorth(1 - clip.worth())).toList().reversed();
        assertThat(PLAN.mix(other, clips(2, 10), 3).clips().stream().filter(clip -> clip.rollout() == 2).findFirst().orElseThrow().range())
                .isEqualTo(PLAN.mix(clips(1, 100), clips(2, 10), 0).clips().stream().filter(clip -> clip.rollout() == 2).findFirst()
                        .orElseThrow().range());
    }

    @Test
    void withNothingElseToLabelNothingIsRepeated() {
        assertThat(PLAN.mix(List.of(), clips(2, 10), 0).clips()).isEmpty();
    }

    @Test
    void moreThanAFifthIsRefused() {
        assertThatThrownBy(() -> new RepeatPlan("Ada", 0.3, 1, TUESDAY)).hasMessageContaining("0.3");
    }

    @Test
    void onesOwnLabelOfThisSittingIsNotRepeated() {
        assertThat(PLAN.repeatable().test(said("Ada", TUESDAY.plusSeconds(60)))).isFalse();
    }

    @Test
    void onesOwnLabelOfAnEarlierSittingIs() {
        assertThat(PLAN.repeatable().test(said("Ada", MONDAY))).isTrue();
    }

    @Test
    void onesOwnLabelOfAMomentBeforeTheSittingIsNot() {
        assertThat(PLAN.repeatable().test(said("Ada", TUESDAY.minusSeconds(600)))).isFalse();
    }

    @Test
    void anothersLabelIsRepeatedAtAnyTime() {
        assertThat(PLAN.repeatable().test(said("Bob", TUESDAY.plusSeconds(60)))).isTrue();
    }

    private static JournalEntry.Labelled said(String expert, java.time.Instant at) {
        return new JournalEntry.Labelled(1, 1, expert, at, new Label.Approval(new TickRange(0, 10)));
    }

    @Test
    void aLabelledStretchIsAClipOnceMore() {
        assertThat(labelledClips(PLAN.repeatable())).isNotEmpty();
    }

    @Test
    void aRepeatsReasonIsThatOfAnOrdinaryClip() {
        try (LabelledFile file = new LabelledFile(folder, 60)) {
            List<Clip> before = new ClipQueue(file.dataset).clips();
            file.steer("Ada", MONDAY, new TickRange(0, 60), tick -> tick / 100.0);
            assertThat(new ClipQueue(file.dataset).labelled(PLAN.repeatable())).extracting(Clip::reason)
                    .containsExactlyElementsOf(before.stream().map(Clip::reason).toList());
        }
    }

    @Test
    void anUnlabelledStretchIsNot() {
        assertThat(labelledClips(_ -> false)).isEmpty();
    }

    private List<Clip> labelledClips(Predicate<JournalEntry.Labelled> kind) {
        try (LabelledFile file = new LabelledFile(folder, 60)) {
            file.steer("Ada", MONDAY, new TickRange(0, 60), tick -> tick / 100.0);
            return new ClipQueue(file.dataset).labelled(kind);
        }
    }
}
