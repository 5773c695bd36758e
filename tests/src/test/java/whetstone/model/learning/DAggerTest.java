package whetstone.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import whetstone.model.ActionSpec;
import whetstone.model.driving.Course;
import whetstone.model.driving.LineWorld;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;
import whetstone.model.policy.Weights;

class DAggerTest {
    private static final PolicyDescription ONE_PIXEL = new PolicyDescription(
            new PolicyInput("front", 1, 1, PolicyInput.ColourSpace.RGB), new Network.Ridge(1e-6), ActionSpec.STEER);
    private static final DAgger.Settings SETTINGS = new DAgger.Settings(40, 3, 7);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @Test
    void theBestPolicyOnValidationIsReturnedThoughTheLastIsWorse() {
        DAgger loop = dagger(new Scripted(1, 0, 1));
        loop.nextRound();
        loop.nextRound();
        DAgger.RoundResult last = loop.nextRound();
        assertThat(last.newest().validation().falls()).isGreaterThan(last.best().validation().falls());
        assertThat(last.best().policy().round()).isEqualTo(2);
    }

    @Test
    void ofPoliciesThatFallAlikeTheOneNearerToTheExpertIsReturned() {
        DAgger loop = dagger(new Scripted(-0.15f, -0.2f, -0.1f));
        loop.nextRound();
        loop.nextRound();
        assertThat(loop.nextRound().best().policy().round()).isEqualTo(2);
    }

    @Test
    void examplesOfAllRoundsAreKept() {
        DAgger loop = dagger(new Scripted(0, 0, 0));
        loop.nextRound();
        Example first = loop.dataset().get(0);
        loop.nextRound();
        assertThat(loop.nextRound().labels()).isEqualTo(120);
        assertThat(loop.dataset().get(0)).isEqualTo(first);
    }

    @Test
    void theLearnersOwnStatesAreLabelledByTheExpert() {
        DAgger loop = dagger(new Scripted(1, 1));
        loop.nextRound();
        loop.nextRound();
        assertThat(List.of(loop.dataset().get(50), loop.dataset().get(79)))
                .allMatch(example -> example.wanted().steer() < 0);
    }

    @Test
    void stepsAreSharedOutOverTheCourses() {
        DAgger loop = DAgger.scheduled(List.of(LineWorld.course(), LineWorld.course(), LineWorld.course()), new Scripted(0), SETTINGS,
                new BetaSchedule.Indicator(), CLOCK, () -> false);
        assertThat(loop.nextRound().labels()).isEqualTo(40);
        assertThat(loop.dataset().rollout(39)).isEqualTo(2);
    }

    @Test
    void inTheControlTheExpertDrivesEveryRound() {
        DAgger control = DAgger.behaviourCloning(List.of(LineWorld.course()), new Scripted(1, 1), SETTINGS, CLOCK, () -> false);
        control.nextRound();
        assertThat(control.nextRound().beta()).isEqualTo(1);
        // The expert settles on the middle at once, whatever the learner would have done.
        assertThat(control.dataset().get(60).wanted().steer()).isEqualTo(-0.2f);
    }

    @Test
    void theControlGathersAsManyLabels() {
        DAgger control = DAgger.behaviourCloning(List.of(LineWorld.course()), new Scripted(1, 1), SETTINGS, CLOCK, () -> false);
        control.nextRound();
        assertThat(control.nextRound().labels()).isEqualTo(80);
    }

    @Test
    void ridgeLearnsTheLineWithinTwoRounds() {
        DAgger loop = dagger(new RidgeLearner(ONE_PIXEL, 1, 1, CLOCK));
        loop.nextRound();
        assertThat(loop.nextRound().best().validation().falls()).isZero();
    }

    @Test
    void theKeptGramMatrixGivesWhatTrainingAnewGives() {
        RidgeLearner kept = new RidgeLearner(ONE_PIXEL, 1, 1, CLOCK);
        DAgger loop = dagger(kept);
        loop.nextRound();
        PolicyVersion grown = loop.nextRound().newest().policy();
        PolicyVersion anew = new RidgeLearner(ONE_PIXEL, 1, 1, CLOCK).learn(loop.dataset(), 2, OptionalLong.empty());
        for (int i = 0; i < grown.weights().size(); i++) {
            assertThat(grown.weights().get(i)).isCloseTo(anew.weights().get(i), org.assertj.core.api.Assertions.within(1e-6f));
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertThat(secondRound().weights()).isEqualTo(secondRound().weights());
    }

    @Test
    void cancellingEndsTheRound() {
        AtomicInteger asked = new AtomicInteger();
        DAgger loop = DAgger.scheduled(List.of(LineWorld.course()), new Scripted(0, 0), SETTINGS, new BetaSchedule.Indicator(), CLOCK,
                () -> asked.incrementAndGet() > 2);
        assertThatThrownBy(loop::nextRound).isInstanceOf(CancellationException.class);
    }

    private static PolicyVersion secondRound() {
        DAgger loop = dagger(new RidgeLearner(ONE_PIXEL, 1, 1, CLOCK));
        loop.nextRound();
        return loop.nextRound().newest().policy();
    }

    private static DAgger dagger(Learner learner) {
        Course course = LineWorld.course();
        return DAgger.scheduled(List.of(course), learner, SETTINGS, new BetaSchedule.Indicator(), CLOCK, () -> false);
    }

    /** Learns nothing: in each round its policy steers by the next of the constants it was given. */
    private static final class Scripted implements Learner {
        private final float[] constants;

        Scripted(float... constants) {
            this.constants = constants;
        }

        @Override
        public PolicyVersion learn(Examples all, int round, OptionalLong parent) {
            return new PolicyVersion(round, "", parent, round, ONE_PIXEL, new Weights(0, 0, 0, constants[round - 1]), 1, all.size(),
                    OptionalDouble.empty(), Instant.EPOCH);
        }

        @Override
        public Policy policy(PolicyVersion version) {
            return new RidgePolicy(version.description(), version.weights());
        }
    }
}
