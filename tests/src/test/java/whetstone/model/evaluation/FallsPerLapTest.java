package whetstone.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FallsPerLapTest {
    @Test
    void theInterquartileMeanLeavesOutAQuarterAtEachEnd() {
        assertThat(InterquartileMean.of(100, 1, 2, 3, 4, 5, 6, -70)).isEqualTo(3.5);
    }

    @Test
    void threeValuesAreAllKept() {
        assertThat(InterquartileMean.of(1, 2, 6)).isEqualTo(3);
    }

    @Property(tries = 30)
    void theIntervalLiesAmongTheValues(@ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 9) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        InterquartileMean.Interval interval = InterquartileMean.interval(1, values);
        assertThat(interval.low()).isBetween(Arrays.stream(values).min().orElseThrow() - 1e-9, interval.high());
        assertThat(interval.high()).isLessThanOrEqualTo(Arrays.stream(values).max().orElseThrow() + 1e-9);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertThat(InterquartileMean.interval(4, 0, 1, 5, 2)).isEqualTo(InterquartileMean.interval(4, 0, 1, 5, 2));
    }

    @Test
    void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
        java.util.Random random = new java.util.Random(11);
        int covered = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] values = random.doubles(20, 0, 2).toArray();
            InterquartileMean.Interval interval = InterquartileMean.interval(trial, values);
            covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(175, 199);
    }

    @Test
    void noFallInManyLapsIsAnUpperBoundOfThreeOverLaps() {
        FallsPerLap falls = FallsPerLap.over(List.of(laps(0, 60), laps(0, 40)), 1);
        assertThat(falls.low()).isZero();
        assertThat(falls.high()).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void aSingleFallThatTheInterquartileMeanDoesNotSeeStillWidensTheInterval() {
        List<LapTally> seeds = Stream.concat(Stream.of(laps(1, 10)), Stream.generate(() -> laps(0, 10)).limit(99)).toList();
        FallsPerLap falls = FallsPerLap.over(seeds, 1);
        assertThat(falls.interquartileMean()).isZero();
        assertThat(falls.high()).isCloseTo(4.74 / 1000, within(1e-4));
        assertThat(falls.mean()).isEqualTo(0.001);
    }

    private static LapTally laps(int falls, int laps) {
        return new LapTally(falls, laps, 100, 0, List.of());
    }
}
