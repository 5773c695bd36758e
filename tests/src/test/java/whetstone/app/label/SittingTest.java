package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SittingTest {
    private static final long SECOND = 1_000_000_000L;

    /** Watched for a minute at a quarter of the speed, a look every second. */
    private static Sitting aMinute() {
        Sitting sitting = Sitting.NEW;
        for (int second = 0; second <= 60; second++) {
            sitting = sitting.seen(second * SECOND, OptionalDouble.of(0.25));
        }
        return sitting;
    }

    @Test
    void labelledSecondsArePerMinuteAtTheScreen() {
        assertThat(aMinute().labelled(20).secondsPerMinute()).hasValue(20);
    }

    @Test
    void aPauseIsNoWork() {
        Sitting back = aMinute().seen(1_000 * SECOND, OptionalDouble.empty());
        assertThat(back.secondsAtScreen()).isEqualTo(60);
    }

    @Test
    void timeIsCountedByTheSpeedThatWasUsed() {
        Sitting faster = aMinute().seen(65 * SECOND, OptionalDouble.of(1));
        assertThat(faster.secondsAtSpeed()).containsEntry(0.25, 60.0).containsEntry(1.0, 5.0);
    }

    @Test
    void afterSecondsARateSaysNothing() {
        assertThat(Sitting.NEW.seen(0, OptionalDouble.empty()).seen(SECOND, OptionalDouble.empty()).labelled(1).secondsPerMinute()).isEmpty();
    }

    @Test
    void strokesOverACorrectionAreRedone() {
        assertThat(Sitting.NEW.stroke(false).stroke(true)).extracting(Sitting::strokes, Sitting::redone).containsExactly(2, 1);
    }
}
