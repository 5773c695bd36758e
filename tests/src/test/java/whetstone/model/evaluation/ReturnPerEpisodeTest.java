package whetstone.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnPerEpisodeTest {
    @Test
    void theMeanIsOverAllEpisodes() {
        ReturnPerEpisode returned = ReturnPerEpisode.over(List.of(tally(100, 200), tally(600)), 1);
        assertThat(returned.mean()).isEqualTo(300);
        assertThat(returned.perSeed()).containsExactly(150.0, 600.0);
        assertThat(returned.episodes()).isEqualTo(3);
    }

    @Test
    void theIntervalOfOneSeedSpansItsEpisodes() {
        ReturnPerEpisode returned = ReturnPerEpisode.over(List.of(tally(0, 100)), 1);
        assertThat(returned.low()).isZero();
        assertThat(returned.high()).isEqualTo(100);
    }

    @Test
    void theIntervalKnowsThatSeedsDiffer() {
        ReturnPerEpisode returned = ReturnPerEpisode.over(List.of(tally(10, 10), tally(90, 90)), 1);
        assertThat(returned.low()).isEqualTo(10);
        assertThat(returned.high()).isEqualTo(90);
    }

    @Test
    void withoutRewardsThereIsNoMean() {
        assertThatThrownBy(() -> ReturnPerEpisode.over(List.of(tally()), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LapTally tally(double... returns) {
        return new LapTally(0, Math.max(1, returns.length), 10, 0, java.util.Arrays.stream(returns).boxed().toList());
    }
}
