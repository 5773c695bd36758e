package whetstone.labelling.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whetstone.labelling.study.HumanParameters;

/** METHODS G9a on 200 simulated sessions of 60 s each, full speed and a quarter, half of the humans with and half without feedback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LagErrorTest {
    private static final int SESSIONS = 200;
    private static final long FIRST_SEED = 310_000;

    private final List<Error> errors = new ArrayList<>();
    private int refused;

    /** Signed, in seconds; beside it the jumps' own, the lag without the arm, and the gain's, relative. */
    private record Error(double speed, double lag, double byJumps, double beyondReaction, double gain) {}

    @BeforeAll
    void calibrateEveryone() {
        for (int i = 0; i < SESSIONS; i++) {
            HumanParameters human = HumanParameters.drawn(new Random(FIRST_SEED + i), i % 2 == 0);
            PursuitRun run = PursuedSession.followed(new PursuitPlan(FIRST_SEED + 1_000 + i, List.of(1.0, 0.25)), human, i);
            run.plan().stretches().forEach(stretch -> note(human, stretch.target().speed(), run.estimate(stretch)));
        }
    }

    private void note(HumanParameters human, double speed, LagEstimate estimate) {
        switch (estimate) {
            case LagEstimate.Measured measured -> errors.add(new Error(speed, measured.lagSeconds() - human.delaySeconds(),
                    measured.stepLagSeconds() - human.delaySeconds(), measured.lagSeconds() - human.lagSeconds(),
                    measured.gain() / human.gain() - 1));
            case LagEstimate.Refused _ -> refused++;
        }
    }

    private double percentile95(double speed, java.util.function.ToDoubleFunction<Error> of) {
        double[] sorted = errors.stream().filter(error -> error.speed == speed).mapToDouble(of).map(Math::abs).sorted().toArray();
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }

    private void print(double speed) {
        System.out.printf(Locale.ROOT, "%d simulated sessions, %.2fx: 95th percentile of the lag error %.1f ms (by the jumps alone %.1f ms), "
                        + "of the gain error %.1f %%; the lag is reaction + %.0f ms on average%n", SESSIONS, speed,
                1000 * percentile95(speed, Error::lag), 1000 * percentile95(speed, Error::byJumps), 100 * percentile95(speed, Error::gain),
                1000 * errors.stream().filter(error -> error.speed == speed).mapToDouble(Error::beyondReaction).average().orElseThrow());
    }

    @Test
    void lagAtFullSpeedIsFoundWithin33MillisecondsIn95Of100Sessions() {
        print(1);
        assertThat(percentile95(1, Error::lag)).isLessThanOrEqualTo(0.033);
    }

    @Test
    void lagAtAQuarterIsFoundWithin33MillisecondsIn95Of100Sessions() {
        print(0.25);
        assertThat(percentile95(0.25, Error::lag)).isLessThanOrEqualTo(0.033);
    }

    @Test
    void lagIsTheReactionAndTheDelayOfTheArm() {
        double beyondReaction = errors.stream().mapToDouble(Error::beyondReaction).average().orElseThrow();
        assertThat(beyondReaction).isBetween(0.131, 0.151);
    }

    @Test
    void gainIsFoundWithin6PercentIn95Of100SessionsAlsoWhereTheHandIsClipped() {
        assertThat(Math.max(percentile95(1, Error::gain), percentile95(0.25, Error::gain))).isLessThanOrEqualTo(0.06);
    }

    @Test
    void nobodyWhoFollowsIsRefused() {
        assertThat(refused).isZero();
    }
}
