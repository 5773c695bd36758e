package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.labelling.trust.Comparisons.START;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    /** One repeat a day. */
    private static Trend days(int count, IntToDoubleFunction error) {
        return Trend.of(IntStream.range(0, count).mapToObj(day -> Comparisons.off(0, error.applyAsDouble(day), START.plus(Duration.ofDays(day)))).toList());
    }

    @Test
    void repeatsOfOneSittingAreOnePoint() {
        List<Comparison> repeats = List.of(Comparisons.off(0, 0.1, START), Comparisons.off(0, 0.3, START.plusSeconds(600)),
                Comparisons.off(0, 0.2, START.plus(Duration.ofDays(1))));
        assertThat(Trend.of(repeats).points()).extracting(Trend.Point::clips).containsExactly(2, 1);
    }

    @Test
    void aPointsErrorIsOfAllItsRepeats() {
        List<Comparison> repeats = List.of(Comparisons.off(0, 0.1, START), Comparisons.off(0, 0.3, START.plusSeconds(600)));
        assertThat(Trend.of(repeats).points().getFirst().error()).isCloseTo(Math.sqrt(0.05), within(1e-9));
    }

    @Test
    void errorsThatFallAreBetter() {
        assertThat(days(8, day -> 0.4 - 0.04 * day + 0.005 * (day % 2)).direction()).isEqualTo(Trend.Direction.BETTER);
    }

    @Test
    void errorsThatRiseAreWorse() {
        assertThat(days(8, day -> 0.1 + 0.04 * day + 0.005 * (day % 2)).direction()).isEqualTo(Trend.Direction.WORSE);
    }

    @Test
    void errorsThatGoUpAndDownAreSteady() {
        assertThat(days(8, day -> 0.2 + 0.05 * (day % 2)).direction()).isEqualTo(Trend.Direction.STEADY);
    }

    @Test
    void twoRepeatsSayNothingOfATrend() {
        assertThat(days(2, day -> 0.1 * day).direction()).isEqualTo(Trend.Direction.NOT_KNOWN);
    }

    @Test
    void theOrderInWhichRepeatsComeDoesNotMatter() {
        List<Comparison> repeats = List.of(Comparisons.off(0, 0.1, START.plus(Duration.ofDays(2))), Comparisons.off(0, 0.3, START));
        assertThat(Trend.of(repeats).points()).extracting(Trend.Point::at).isSorted();
    }
}
