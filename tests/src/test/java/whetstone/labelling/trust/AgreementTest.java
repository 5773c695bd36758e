package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.labelling.trust.Comparisons.START;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void theErrorIsTheRootOfTheMeanSquaredDifference() {
        Comparison clip = Comparisons.of("Ada", "Ada", START, new double[] {0, 0}, new double[] {0.3, -0.4});
        assertThat(Agreement.withOneself(List.of(clip)).error()).isCloseTo(Math.sqrt((0.09 + 0.16) / 2), within(1e-12));
    }

    @Test
    void theBiasSaysWhichWayTheSecondOneWent() {
        assertThat(Agreement.withOneself(List.of(Comparisons.off(0, -0.2, START))).bias()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void aClipCountsByItsTicks() {
        Comparison shorter = Comparisons.of("Ada", "Ada", START, new double[] {0}, new double[] {1});
        Comparison longer = Comparisons.of("Ada", "Ada", START, new double[3], new double[3]);
        assertThat(Agreement.withOneself(List.of(shorter, longer)).error()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aConstantDifferenceLeavesTheCorrelationWithOneselfWhole() {
        List<Comparison> clips = List.of(Comparisons.off(-0.5, 0.1, START), Comparisons.off(0.2, 0.1, START), Comparisons.off(0.6, 0.1, START));
        assertThat(Agreement.withOneself(clips).correlation().orElseThrow().estimate()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aConstantDifferenceLowersTheCorrelationWithAnother() {
        List<Comparison> clips = List.of(Comparisons.off(-0.5, 0.3, START), Comparisons.off(0.2, 0.3, START), Comparisons.off(0.6, 0.3, START));
        assertThat(Agreement.withAnother(clips).correlation().orElseThrow().estimate()).isLessThan(0.95);
    }

    @Test
    void aSingleClipHasNoInterval() {
        IntraclassCorrelation one = Agreement.withOneself(List.of(Comparisons.off(0, 0.05, START))).correlation().orElseThrow();
        assertThat(one.low()).isNaN();
    }

    @Test
    void steeringThatNeverChangesHasNoCorrelation() {
        Comparison straight = Comparisons.of("Ada", "Ada", START, new double[40], new double[40]);
        assertThat(Agreement.withOneself(List.of(straight, straight)).correlation()).isEmpty();
    }

    @Test
    void fewClipsGetNoGrade() {
        assertThat(Agreement.withOneself(List.of(Comparisons.off(0, 0.05, START))).grade()).isEqualTo(Agreement.Grade.TOO_FEW);
    }

    @Test
    void repeatsThatHardlyDifferAreExcellent() {
        List<Comparison> clips = IntStream.range(0, 8).mapToObj(i -> Comparisons.off(i * 0.2 - 0.8, i % 2 * 0.04, START)).toList();
        assertThat(Agreement.withOneself(clips).grade()).isEqualTo(Agreement.Grade.EXCELLENT);
    }
}
