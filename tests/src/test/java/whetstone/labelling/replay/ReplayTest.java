package whetstone.labelling.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import whetstone.labelling.TickRange;

class ReplayTest {
    private static final long SECOND = 1_000_000_000L;
    private long now = 5 * SECOND;
    private final Replay replay = new Replay(() -> now, 100, 20);

    @Test
    void oneSecondAtRealTimeIsOneSecondOfTheRecording() {
        replay.play();
        now += SECOND;
        assertThat(replay.position()).isCloseTo(20, within(1e-9));
    }

    @Test
    void oneTwentiethSpeedShowsATickForASecond() {
        replay.speed(1.0 / 20);
        replay.play();
        now += SECOND;
        assertThat(replay.position()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aChangeOfSpeedDoesNotMoveThePosition() {
        replay.play();
        now += SECOND / 3;
        double before = replay.position();
        replay.speed(0.25);
        assertThat(replay.position()).isCloseTo(before, within(1e-9));
    }

    @Test
    void playbackStopsOnTheLastTick() {
        replay.play();
        now += 60 * SECOND;
        assertThat(replay.tick()).isEqualTo(99);
        assertThat(replay.playback().playing()).isFalse();
    }

    @Test
    void theStopIsNotedAtTheTimeItHappenedHoweverLateItIsSeen() {
        replay.play();
        long begun = now;
        now += 60 * SECOND;
        assertThat(replay.playback().segment().startNanos() - begun).isEqualTo(99 * SECOND / 20);
    }

    @Test
    void playAtTheEndBeginsAgain() {
        replay.seek(99);
        replay.play();
        assertThat(replay.tick()).isZero();
    }

    @Test
    void playAtTheEndStaysThereWhileAStrokeIsCaptured() {
        replay.seek(99);
        replay.beginCapture();
        replay.play();
        assertThat(replay.tick()).isEqualTo(99);
    }

    @Test
    void aStepGoesToAWholeTickAndPauses() {
        replay.play();
        now += SECOND / 30;
        replay.step(10);
        assertThat(replay.position()).isEqualTo(10);
        assertThat(replay.playback().playing()).isFalse();
    }

    @Test
    void aLoopGoesBackToItsBegin() {
        replay.loop(Optional.of(new TickRange(10, 30)));
        replay.seek(10);
        replay.play();
        now += 5 * SECOND / 2;
        assertThat(replay.position()).isCloseTo(20, within(1e-6));
    }

    @Test
    void everyTurnOfALoopIsCaptured() {
        replay.loop(Optional.of(new TickRange(10, 30)));
        replay.seek(10);
        replay.beginCapture();
        replay.play();
        now += 5 * SECOND / 2;
        assertThat(replay.playback().captured()).extracting(PlaybackSegment::startTick).containsExactly(10.0, 10.0, 10.0, 10.0);
    }

    @Test
    void theKeysStepThroughTheSpeeds() {
        replay.slower();
        assertThat(replay.playback().speed()).isEqualTo(0.5);
        replay.faster();
        replay.faster();
        replay.faster();
        replay.faster();
        assertThat(replay.playback().speed()).isEqualTo(4);
    }

    @Test
    void aChangeIsNeverEarlierThanTheOneBefore() {
        replay.play();
        now -= SECOND;
        replay.pause();
        assertThat(replay.playback().segment().startNanos()).isEqualTo(6 * SECOND - SECOND);
    }

    @Property(tries = 300)
    void thePositionStaysInsideTheRecording(@ForAll @Size(max = 30) List<@DoubleRange(min = -500, max = 500) Double> seeks,
                                            @ForAll @IntRange(min = 0, max = 2_000) int millis) {
        Replay played = new Replay(() -> now, 100, 20);
        for (double seek : seeks) {
            played.seek(seek);
            played.step((int) (seek / 7));
            played.toggle();
            now += millis * 1_000_000L;
            assertThat(played.position()).isBetween(0.0, 99.0);
        }
    }
}
