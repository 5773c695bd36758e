package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a clip takes of an expert's time, by the work log. */
class BudgetTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    /** Three seconds labelled by each stroke. */
    private static Sitting sitting(String expert, int strokes, double secondsAtScreen, Map<Double, Double> secondsAtSpeed) {
        return new Sitting(1, expert, "wheel", AT, AT.plusSeconds(3600), secondsAtScreen, 3.0 * strokes, strokes, 0, secondsAtSpeed);
    }

    @Test
    void whatIsNotPlayingOfTheLabelledIsOverhead() {
        // 20 strokes of 3 s at 1/4 are 240 s; the 140 s beside them are 7 s for each.
        assertThat(Budget.overheadSeconds(List.of(sitting("ada", 20, 380, Map.of(0.25, 300.0))), "ada")).isCloseTo(7, within(1e-9));
    }

    @Test
    void aFewStrokesTellNothing() {
        assertThat(Budget.overheadSeconds(List.of(sitting("ada", 5, 900, Map.of(0.25, 300.0))), "ada")).isEqualTo(Budget.USUAL_OVERHEAD_SECONDS);
    }

    @Test
    void whatAnotherExpertTakesDoesNotCount() {
        assertThat(Budget.overheadSeconds(List.of(sitting("bob", 20, 3000, Map.of(0.25, 300.0))), "ada")).isEqualTo(Budget.USUAL_OVERHEAD_SECONDS);
    }
}
