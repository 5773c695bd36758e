package whetstone.labelling.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PursuitPlanTest {
    private final PursuitPlan plan = new PursuitPlan(11, List.of(1.0, 0.25));

    private static double[] course(PursuitPlan plan) {
        return DoubleStream.iterate(0, time -> time < plan.seconds(), time -> time + 0.05).map(plan::markAt).toArray();
    }

    @Test
    void twoSpeedsTakeAMinuteInAll() {
        assertThat(plan.measuredSeconds()).isCloseTo(60, within(1e-9));
    }

    @Test
    void markRestsWhereItWillBegin() {
        assertThat(plan.markAt(0.2)).isEqualTo(plan.markAt(PursuitPlan.REST_SECONDS));
    }

    @Test
    void markStaysWithinReach() {
        assertThat(DoubleStream.of(course(plan)).map(Math::abs).max().orElseThrow()).isBetween(0.6, 0.8);
    }

    @Test
    void sameSeedGivesTheSameCourse() {
        assertThat(course(new PursuitPlan(11, List.of(1.0, 0.25)))).containsExactly(course(plan));
    }

    @Test
    void anotherSeedGivesAnotherCourse() {
        assertThat(course(new PursuitPlan(12, List.of(1.0, 0.25)))).isNotEqualTo(course(plan));
    }

    @Test
    void everyStretchEndsWithJumpsEnoughToCrossCheck() {
        assertThat(plan.stretches()).allSatisfy(stretch -> assertThat(stretch.target().jumps()).hasSizeGreaterThanOrEqualTo(3));
    }
}
