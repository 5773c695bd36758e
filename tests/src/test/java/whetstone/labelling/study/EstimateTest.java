package whetstone.labelling.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void theIntervalIsThatOfTheMean() {
        List<Double> values = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? 0.0 : 1.0).toList();
        Estimate mean = Estimate.mean(values, value -> value);
        assertThat(mean.value()).isEqualTo(0.5);
        assertThat(mean.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
        assertThat(mean.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
    }

    @Test
    void expertsWhoAreAllAlikeLeaveNoDoubt() {
        assertThat(Estimate.mean(List.of(2.0, 2.0, 2.0), value -> value)).isEqualTo(new Estimate(2, 2, 2));
    }
}
