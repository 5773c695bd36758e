package whetstone.labelling.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.study.HumanParameters;

class LagEstimatorTest {
    private final PursuitPlan plan = new PursuitPlan(3, List.of(1.0));

    private LagEstimate estimate(DoubleUnaryOperator hand) {
        return PursuedSession.written(plan, hand).estimate(plan.stretches().getFirst());
    }

    private static LagEstimate.Measured measured(LagEstimate estimate) {
        assertThat(estimate).isInstanceOf(LagEstimate.Measured.class);
        return (LagEstimate.Measured) estimate;
    }

    private void assertRefused(DoubleUnaryOperator hand, String because) {
        assertThat(estimate(hand)).isInstanceOfSatisfying(LagEstimate.Refused.class,
                refused -> assertThat(refused.sentence()).contains(because).endsWith("try again."));
    }

    @Test
    void pureDelayIsFoundBetweenTheStepsOfTheGrid() {
        // Each sample holds for 8 ms, so that what is read is 4 ms old on average, as it is when a label is read.
        assertThat(measured(estimate(time -> plan.markAt(time - 0.2334))).lagSeconds()).isCloseTo(0.2334 + 0.004, within(0.003));
    }

    @Test
    void jumpsSayTheSamePureDelay() {
        assertThat(measured(estimate(time -> plan.markAt(time - 0.3))).stepLagSeconds()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void lagOfAHandThatIsAlwaysEquallyLateHasNoSpread() {
        assertThat(measured(estimate(time -> plan.markAt(time - 0.3))).lagSpreadSeconds()).isLessThan(0.004);
    }

    @Test
    void lagOfAHandThatWandersHasASpread() {
        DoubleUnaryOperator wandering = time -> plan.markAt(time - 0.3 - 0.12 * Math.sin(0.55 * time));
        assertThat(measured(estimate(wandering)).lagSpreadSeconds()).isBetween(0.03, 0.2);
    }

    @Test
    void gainAndBiasAreThoseOfTheHand() {
        LagEstimate.Measured measured = measured(estimate(time -> 0.7 * plan.markAt(time - 0.3) + 0.1));
        assertThat(List.of(measured.gain(), measured.bias())).satisfiesExactly(
                gain -> assertThat(gain).isCloseTo(0.7, within(0.01)), bias -> assertThat(bias).isCloseTo(0.1, within(0.01)));
    }

    @Test
    void gainIsNotFlattenedByTheEndsOfTheTravel() {
        assertThat(measured(estimate(time -> 1.6 * plan.markAt(time - 0.3))).gain()).isCloseTo(1.6, within(0.03));
    }

    @Test
    void slowMotionDoesNotChangeTheLagInThePersonsOwnTime() {
        PursuitPlan slow = new PursuitPlan(4, List.of(0.25));
        PursuitRun run = PursuedSession.followed(slow, new HumanParameters(0.25, 0, 1, 1.6, 0.02), 5);
        assertThat(measured(run.estimate(slow.stretches().getFirst())).lagSeconds()).isCloseTo(0.25 + 0.1407, within(0.015));
    }

    @Test
    void handThatDidNotMoveIsRefused() {
        assertRefused(_ -> 0.01, "hardly moved");
    }

    @Test
    void handThatDidSomethingElseIsRefused() {
        Random random = new Random(8);
        double[] course = new double[2_000];
        for (int i = 1; i < course.length; i++) {
            course[i] = 0.98 * course[i - 1] + 0.1 * random.nextGaussian();
        }
        assertRefused(time -> course[(int) (time * 20)], "did not follow the mark closely enough");
    }

    @Test
    void handOnAnInvertedAxisIsRefused() {
        assertRefused(time -> -plan.markAt(time - 0.3), "inverted");
    }

    @Test
    void handThatIsLaterThanAnyReactionIsRefused() {
        assertRefused(time -> plan.markAt(time - 0.9), "which is no reaction");
    }

    @Test
    void handThatAnswersJumpsMuchLaterThanTheCourseIsRefused() {
        double jumps = plan.stretches().getFirst().begin() + plan.stretches().getFirst().target().pursuitSeconds();
        assertRefused(time -> plan.markAt(time > jumps + 0.5 ? time - 0.65 : time - 0.2), "too far apart");
    }

    @Test
    void handThatLetTheJumpsGoIsRefused() {
        double jumps = plan.stretches().getFirst().begin() + plan.stretches().getFirst().target().pursuitSeconds();
        assertRefused(time -> plan.markAt(Math.min(time - 0.3, jumps)), "jumps");
    }

    @Test
    void deviceWithThreeLevelsIsRefused() {
        assertRefused(time -> Math.rint(1.4 * plan.markAt(time - 0.3)), "told only 3 positions apart");
    }

    @Test
    void deviceWithTooFewSamplesIsRefused() {
        PursuitRun whole = PursuedSession.written(plan, time -> plan.markAt(time - 0.3));
        long[] nanos = new long[60];
        float[] values = new float[60];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = i * 1_050_000_000L;
            values[i] = (float) whole.handAt(nanos[i] * 1e-9);
        }
        PursuitRun sparse = new PursuitRun(plan, 0, new StrokeSamples(1, nanos, values));
        assertThat(sparse.estimate(plan.stretches().getFirst())).isInstanceOfSatisfying(LagEstimate.Refused.class,
                refused -> assertThat(refused.sentence()).contains("too few to measure with"));
    }
}
