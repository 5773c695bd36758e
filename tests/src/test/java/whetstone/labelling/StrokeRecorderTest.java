package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.labelling.replay.Replay;
import whetstone.model.ActionSpec;

class StrokeRecorderTest {
    private static final long MILLI = 1_000_000;
    private static final StrokeRecorder.Head HEAD =
            new StrokeRecorder.Head(1, "E", "Wheel", Instant.EPOCH, 20, ActionSpec.STEER);
    private static final StrokeRepair LATE = StrokeRepair.with(new Calibrations(List.of(
            new Calibration(1, "E", "Wheel", 1, 0.3, 0.02, 1, 0, 0.9, Instant.EPOCH))));
    private long now;
    private final Replay replay = new Replay(() -> now, 200, 20);
    private final Paper paper = new Paper();

    @Test
    void aStrokeLabelsWhatWasShownWhileItWasGiven() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 1000, 0.5f);
        recorder.finish(now);
        assertThat(paper.ranges).containsExactly(new TickRange(0, 21));
    }

    @Test
    void onlyTheMarkedRangeIsRecordedAnew() {
        StrokeRecorder recorder = begin(Optional.of(new TickRange(5, 8)));
        steer(recorder, 1000, 0.5f);
        recorder.finish(now);
        assertThat(paper.ranges).containsExactly(new TickRange(5, 8));
    }

    @Test
    void noSampleWaitsLongerThanAHundredMilliseconds() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 1000, 0.5f);
        assertThat(paper.lastSample()).isGreaterThanOrEqualTo(now - 110 * MILLI);
    }

    @Test
    void theReplaysChangesAreKept() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 200, 0.5f);
        replay.speed(0.25);
        steer(recorder, 200, 0.5f);
        recorder.finish(now);
        assertThat(paper.playback).extracting(PlaybackSegment::speed).containsExactly(1.0, 0.25);
    }

    @Test
    void anUnpluggedStickKeepsTheStrokeUpToThere() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        recorder.unplugged(now);
        steer(recorder, 500, -0.5f);
        recorder.finish(now);
        assertThat(paper.ranges).containsExactly(new TickRange(0, 11));
    }

    @Test
    void anUnpluggedStickPausesTheReplay() {
        StrokeRecorder recorder = begin(Optional.empty());
        recorder.unplugged(now);
        assertThat(replay.playback().playing()).isFalse();
        assertThat(recorder.fault().orElseThrow()).contains("'Wheel' was unplugged");
    }

    @Test
    void aValueThatIsNoNumberEndsTheStrokeWithASentence() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        recorder.take(now, Float.NaN);
        steer(recorder, 500, 0.5f);
        recorder.finish(now);
        assertThat(recorder.fault().orElseThrow()).contains("'Wheel' gave NaN for 'steer'");
        assertThat(paper.ranges).containsExactly(new TickRange(0, 11));
    }

    @Test
    void aDatasetThatDiesSaysSoAndFailsTheStroke() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 300, 0.5f);
        paper.full = true;
        steer(recorder, 300, 0.5f);
        assertThat(recorder.fault()).contains("the disk is full");
        assertThat(recorder.finish(now)).isCompletedExceptionally();
    }

    @Test
    void aTimeThatGoesBackCountsAsTheLastOne() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 300, 0.5f);
        recorder.take(0, 0.7f);
        recorder.finish(now + MILLI);
        assertThat(paper.lastSample()).isEqualTo(now + MILLI);
    }

    @Test
    void whatWasGivenSoFarIsSeenWhileItIsGiven() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 1000, 0.5f);
        assertThat(recorder.soFar().size()).isBetween(19, 21);
    }

    @Test
    void afterTheReleaseNothingMoreIsLabelled() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        recorder.release(now, LATE);
        replay.seek(100);
        steer(recorder, 300, 0.5f);
        recorder.finish(now);
        assertThat(paper.ranges).containsExactly(new TickRange(0, 11));
    }

    @Test
    void whatIsSteeredAfterTheReleaseAnswersTheLastFrames() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        recorder.release(now, LATE);
        steer(recorder, 300, -0.5f);
        recorder.finish(now);
        assertThat(LATE.repaired(paper.stroke(), new TickRange(0, 200)).action(9).orElseThrow().steer()).isCloseTo(-0.5f, within(1e-6f));
    }

    @Test
    void aStrokeIsToBeFinishedWhenItsLastFrameIsAnswered() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        assertThat(recorder.release(now, LATE)).isEqualTo(now + 300 * MILLI);
    }

    @Test
    void aStrokeOfAHandNeverMeasuredIsToBeFinishedAtOnce() {
        StrokeRecorder recorder = begin(Optional.empty());
        steer(recorder, 500, 0.5f);
        assertThat(recorder.release(now, StrokeRepair.NONE)).isEqualTo(now);
    }

    @Test
    void aFrameThatWasStoppedOnIsAnsweredAlready() {
        StrokeRecorder recorder = begin(Optional.empty());
        replay.pause();
        steer(recorder, 500, 0.5f);
        assertThat(recorder.release(now, LATE)).isEqualTo(now);
    }

    private StrokeRecorder begin(Optional<TickRange> punchIn) {
        replay.play();
        return new StrokeRecorder(paper, HEAD, replay, punchIn, now, 0);
    }

    /** Holds the stick, polled at 250 Hz. */
    private void steer(StrokeRecorder recorder, int millis, float steer) {
        for (int i = 0; i < millis; i += 4) {
            now += 4 * MILLI;
            recorder.take(now, steer);
            recorder.poll(now);
        }
    }

    /** Keeps what is written in memory. */
    private static final class Paper implements StrokeWriter {
        private final List<StrokeSamples> samples = new ArrayList<>();
        private final List<PlaybackSegment> playback = new ArrayList<>();
        private List<TickRange> ranges = List.of();
        private boolean full;

        long lastSample() {
            StrokeSamples last = samples.getLast();
            return last.nanos(last.size() - 1);
        }

        Stroke stroke() {
            int size = samples.stream().mapToInt(StrokeSamples::size).sum();
            long[] nanos = new long[size];
            float[] values = new float[size];
            int at = 0;
            for (StrokeSamples part : samples) {
                for (int i = 0; i < part.size(); i++, at++) {
                    nanos[at] = part.nanos(i);
                    values[at] = part.value(i, 0);
                }
            }
            return new Stroke(1, HEAD.rollout(), HEAD.expert(), HEAD.device(), HEAD.startedAt(), HEAD.ticksPerSecond(), HEAD.action(),
                    playback, new StrokeSamples(1, nanos, values));
        }

        @Override
        public void append(StrokeSamples more) {
            if (full) {
                throw new DatasetException("the disk is full");
            }
            samples.add(more);
        }

        @Override
        public void append(PlaybackSegment segment) {
            playback.add(segment);
        }

        @Override
        public CompletableFuture<List<JournalEntry.Labelled>> finish(List<TickRange> given) {
            ranges = given;
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public void drop() {
            ranges = List.of();
        }
    }
}
