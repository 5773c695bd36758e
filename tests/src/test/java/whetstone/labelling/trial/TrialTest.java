package whetstone.labelling.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.MemoryRollout;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Environment;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.policy.Policy;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** Nobody steers in the recordings, and the kart falls again and again. What is approved is what was wanted instead. */
class TrialTest {
    private static final int TICKS = 200;
    private static final Worlds WORLDS = new Worlds(List.of(new SkywayKind()));
    private static final SkywaySettings SETTINGS =
            new SkywaySettings("alpha", Difficulty.FROZEN, List.of(SkywayCameras.front(8, 6)), 10, ActionSpec.STEER);
    private static final Action NEUTRAL = ActionSpec.STEER.neutral();

    private final Rollout advised = rollout(true);
    private final Rollout lazy = rollout(false);

    /** @param advised whether the learner wanted what the program expert advised; executed was neither, but straight on */
    private static Rollout rollout(boolean advised) {
        Skyway skyway = new Skyway(SETTINGS);
        PursuitExpert expert = new PursuitExpert(skyway);
        Drive drive = new Drive(skyway, seen -> new Decision(NEUTRAL, Optional.of(advised ? expert.advise(seen) : NEUTRAL),
                Optional.empty(), Control.POLICY, Set.of()), 1, true);
        return new MemoryRollout(new RolloutInfo(skyway.spec(), "test", OptionalLong.empty(), 1, 1, Instant.EPOCH, Optional.empty()),
                drive.ticks(TICKS));
    }

    private static LabelTrack approved(int from, int to) {
        return LabelTrack.of(TICKS, List.of(new JournalEntry.Labelled(1, 1, "E", Instant.EPOCH,
                new Label.Approval(new TickRange(from, to)))));
    }

    /** Ticks at which it falls, each with a good second of the same life before it. */
    private List<Integer> falls() {
        List<Integer> falls = new ArrayList<>();
        int last = -1;
        for (int tick = 0; tick < TICKS; tick++) {
            if (lazy.step(tick).events().contains(Event.FALL)) {
                if (tick - last > 11) {
                    falls.add(tick);
                }
                last = tick;
            }
        }
        return falls;
    }

    private static TrialOutcome outcome(Rollout rollout, int from, TrialPlan plan, Optional<Policy> policy) {
        return new Trial(new Skyway(SETTINGS), policy, () -> false).run(rollout.step(from).state().orElseThrow(), plan).outcome();
    }

    private static TrialOutcome labels(Rollout rollout, int from, int to) {
        return outcome(rollout, from, TrialPlan.ofLabels(rollout, approved(from, to), from, false).orElseThrow(), Optional.empty());
    }

    @Test
    void theExpertsLabelsOfTheSecondBeforeAFallRecover() {
        assertThat(falls()).hasSizeGreaterThan(3)
                .allSatisfy(fall -> assertThat(labels(advised, fall - 10, fall + 1)).isInstanceOf(TrialOutcome.Recovers.class));
    }

    /** Why a trial aims at the points at which labels aimed, instead of repeating their commands. */
    @Test
    void repeatedBlindlyTheSameLabelsThrowItOffTheOtherSide() {
        assertThat(falls()).filteredOn(fall -> {
            Skyway skyway = new Skyway(SETTINGS);
            skyway.restore(advised.step(fall - 10).state().orElseThrow());
            return IntStream.rangeClosed(fall - 10, fall).mapToObj(tick -> advised.step(tick).learnerAction().orElseThrow())
                    .anyMatch(action -> skyway.step(action).events().contains(Event.FALL));
        }).hasSizeGreaterThan(falls().size() / 2);
    }

    @Test
    void theLearnersOwnActionFallsAtTheTickWhereItFell() {
        assertThat(falls()).allSatisfy(fall -> assertThat(labels(lazy, fall - 10, fall + 1))
                .isEqualTo(new TrialOutcome.Falls(1.1)));
    }

    @Test
    void thePolicyGoesOnAfterTheLabels() {
        int fall = falls().getFirst();
        TrialPlan plan = TrialPlan.ofLabels(advised, approved(fall - 10, fall + 1), fall - 10, true).orElseThrow();
        Trial.Result result = new Trial(new Skyway(SETTINGS), Optional.of(_ -> NEUTRAL), () -> false)
                .run(advised.step(fall - 10).state().orElseThrow(), plan);
        assertThat(result.moments()).extracting(Trial.Moment::by).startsWith(TrialDriver.LABELS).endsWith(TrialDriver.POLICY);
    }

    @Test
    void aPolicyThatFallsBehindTheLabelsDoesNotSpeakAgainstThem() {
        int fall = falls().getFirst();
        TrialPlan plan = TrialPlan.ofLabels(advised, approved(fall - 10, fall + 1), fall - 10, true).orElseThrow();
        Trial.Result result = new Trial(new Skyway(SETTINGS), Optional.of(_ -> NEUTRAL), () -> false)
                .run(advised.step(fall - 10).state().orElseThrow(), plan);
        assertThat(result.ofPolicy()).containsInstanceOf(TrialOutcome.Falls.class);
        assertThat(result.outcome()).isEqualTo(new TrialOutcome.Recovers(1.1));
    }

    @Test
    void aPolicyAloneRecoversWhereItKnowsTheWay() {
        Skyway skyway = new Skyway(SETTINGS);
        PursuitExpert expert = new PursuitExpert(skyway);
        assertThat(new Trial(skyway, Optional.of(expert::advise), () -> false)
                .run(lazy.step(falls().getFirst() - 8).state().orElseThrow(), TrialPlan.ofPolicy(10)).outcome())
                .isEqualTo(new TrialOutcome.Recovers(5));
    }

    @Test
    void labelsEndWhereTheRecordingFalls() {
        int fall = falls().getFirst();
        assertThat(TrialPlan.ofLabels(advised, approved(fall - 10, TICKS), fall - 10, false).orElseThrow().labelled()).hasSize(11);
    }

    @Test
    void atATickWithoutALabelThereIsNothingToTry() {
        assertThat(TrialPlan.ofLabels(advised, approved(20, 30), 10, true)).isEmpty();
    }

    @Test
    void noTrialIsLongerThanTenSeconds() {
        assertThat(TrialPlan.ofLabels(advised, approved(0, TICKS), 0, true).orElseThrow().ticks()).isLessThanOrEqualTo(100);
    }

    @Test
    void aCancelledTrialEndsUnfinished() {
        Skyway skyway = new Skyway(SETTINGS);
        assertThat(new Trial(skyway, Optional.of(_ -> NEUTRAL), () -> true).run(lazy.step(5).state().orElseThrow(),
                TrialPlan.ofPolicy(10)).outcome()).isInstanceOf(TrialOutcome.Unfinished.class);
    }

    @Test
    void everyMomentCanBeLookedAtAgain() {
        Skyway skyway = new Skyway(SETTINGS);
        List<Trial.Moment> moments = new Trial(skyway, Optional.of(_ -> NEUTRAL), () -> false)
                .run(lazy.step(0).state().orElseThrow(), TrialPlan.ofPolicy(10)).moments();
        int tick = moments.size() - 1;
        assertThat(skyway.restore(moments.get(tick).state()).picture("front")).isEqualTo(lazy.step(tick).seen().picture("front"));
    }

    @Test
    void theEnvironmentOfARecordingIsFoundAgain() {
        assertThat(WORLDS.restoring(lazy.info().environment()).map(Environment::spec)).contains(lazy.info().environment());
    }

    @Test
    void theEnvironmentOfARealVehicleIsNotFound() {
        EnvironmentSpec skyway = lazy.info().environment();
        assertThat(WORLDS.restoring(new EnvironmentSpec("udacity", "", 10, skyway.action(), skyway.cameras(), skyway.stateNames(),
                skyway.vehicle(), false))).isEmpty();
    }

    @Test
    void withoutAPolicyAPlanMustEndWithItsLabels() {
        assertThatThrownBy(() -> outcome(lazy, 0, TrialPlan.ofPolicy(10), Optional.empty())).isInstanceOf(IllegalStateException.class);
    }
}
