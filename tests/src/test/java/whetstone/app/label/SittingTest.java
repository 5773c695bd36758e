package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SittingTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void labelledSecondsPerMinuteCountFromTheFirstLabelsBeginning() {
        Sitting sitting = Sitting.NEW.started(5 * MINUTE).labelled(20, false);
        assertThat(sitting.secondsPerMinute(7 * MINUTE)).hasValue(10);
    }

    @Test
    void tooLittleWorkHasNoRate() {
        assertThat(Sitting.NEW.started(0).labelled(1, false).secondsPerMinute(MINUTE / 20)).isEmpty();
    }

    @Test
    void aStrokeOverAnotherCountsAsRedone() {
        assertThat(Sitting.NEW.labelled(1, false).labelled(1, true).redone()).isEqualTo(1);
    }

    @Test
    void theClockStartsOnce() {
        assertThat(Sitting.NEW.started(1).started(2).firstAction()).hasValue(1);
    }
}
