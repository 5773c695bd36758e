package whetstone.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaScheduleTest {
    @ParameterizedTest
    @ValueSource(strings = {"indicator", "exponential:0", "exponential:0.5", "exponential:0.9", "linear:1", "linear:15"})
    void theExpertDrivesTheFirstRound(String text) {
        assertThat(BetaSchedule.parse(text).beta(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicator", "exponential:0.5", "exponential:0.9", "linear:15"})
    void theMeanOverTheRoundsGoesToZero(String text) {
        BetaSchedule schedule = BetaSchedule.parse(text);
        assertThat(IntStream.rangeClosed(1, 2000).mapToDouble(schedule::beta).average().orElseThrow()).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicator", "exponential:0.9", "linear:7"})
    void betaNeverRises(String text) {
        BetaSchedule schedule = BetaSchedule.parse(text);
        assertThat(IntStream.range(1, 50)).allMatch(round -> schedule.beta(round + 1) <= schedule.beta(round));
    }

    @Test
    void theLinearScheduleFallsEvenly() {
        assertThat(new BetaSchedule.Linear(4).beta(3)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theExponentialScheduleIsAPowerOfTheRoundsBefore() {
        assertThat(new BetaSchedule.Exponential(0.5).beta(4)).isEqualTo(0.125);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "linear", "linear:x", "linear:0", "exponential:1", "exponential:NaN", "indicator:2"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThatThrownBy(() -> BetaSchedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicator", "exponential:0.5", "linear:7"})
    void aScheduleIsWrittenAsItIsRead(String text) {
        assertThat(BetaSchedule.parse(text).text()).isEqualTo(text);
    }
}
