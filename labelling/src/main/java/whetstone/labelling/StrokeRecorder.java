package whetstone.labelling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.replay.Playback;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.labelling.replay.Replay;
import whetstone.model.ActionSpec;

/**
 * Records one stroke: the stick's samples and the replay's changes, on the polling thread, handed to the dataset in chunks of at most
 * 100 ms. What was handed over stays whatever happens: an unplugged stick, a value that is no number or a dataset that can't be written
 * ends the stroke where it was. Everything but {@link #soFar} is called on the polling thread.
 *
 * <p>A hand answers late: what the last frames were answered with comes when they are no longer shown. So a stroke may be let go of
 * first ({@link #release}), which ends what it is given to, and finished when the last answer is there.
 */
public final class StrokeRecorder {
    private static final long CHUNK_NANOS = 100_000_000;
    private static final long LONGEST_ANSWER_NANOS = 800_000_000;

    private final StrokeWriter writer;
    private final Replay replay;
    private final Head head;
    private final TickRange within;
    private final SampleBuffer samples;
    private final List<PlaybackSegment> playback = new ArrayList<>();
    private int written;
    private long handedOver;
    private Optional<String> fault = Optional.empty();
    private Optional<DatasetException> unwritable = Optional.empty();
    private boolean released;
    private volatile StrokeTicks soFar;

    /**
     * Begins a stroke at this moment of the replay.
     *
     * @param punchIn the only ticks that are recorded anew, where a range is marked
     * @param now on the clock of {@link System#nanoTime}
     * @param values where the stick is, in the order of the action
     * @throws DatasetException if the file can't take a stroke
     */
    public static StrokeRecorder begin(Dataset dataset, Head head, Replay replay, Optional<TickRange> punchIn, long now, float... values) {
        StrokeWriter writer = dataset.beginStroke(head.rollout(), head.expert(), head.device(), head.startedAt(), head.ticksPerSecond(),
                head.action());
        return new StrokeRecorder(writer, head, replay, punchIn, now, values);
    }

    StrokeRecorder(StrokeWriter writer, Head head, Replay replay, Optional<TickRange> punchIn, long now, float... values) {
        this.writer = writer;
        this.replay = replay;
        this.head = head;
        this.samples = new SampleBuffer(head.action().size());
        Playback begun = replay.beginCapture();
        this.within = punchIn.orElse(new TickRange(0, begun.length()));
        this.handedOver = begun.segment().startNanos();
        follow(begun);
        take(Math.max(now, handedOver), values);
        this.soFar = ticks();
    }

    /**
     * One sample of the stick. A time before the last sample's counts as the last sample's.
     *
     * @param nanos the device's time on the clock of {@link System#nanoTime}
     * @param values in the order of the action; moved to the nearest one in its bounds
     */
    public void take(long nanos, float... values) {
        if (fault.isPresent()) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                end(nanos, "'" + head.device() + "' gave " + values[i] + " for '" + head.action().dimensions().get(i).name()
                        + "', not a number: the stroke ends there and what came before is kept. Check the stick.");
                return;
            }
        }
        samples.add(Math.max(nanos, playback.getFirst().startNanos()), head.action().clamp(values).toArray());
    }

    /** To be called at every poll: follows the replay and hands over what is older than a chunk. */
    public void poll(long now) {
        follow(replay.playback());
        if (now - handedOver >= CHUNK_NANOS) {
            handOver();
            handedOver = now;
            soFar = ticks();
        }
    }

    /** The labels given so far, at most 100 ms old. Any thread. */
    public StrokeTicks soFar() {
        return soFar;
    }

    /** Why the stroke ended before its end, if it did: one sentence. */
    public Optional<String> fault() {
        return fault;
    }

    /** The stick is gone: nothing more is taken, and {@link #finish} keeps what was given up to here. */
    public void unplugged(long now) {
        follow(replay.playback());
        end(now, "'" + head.device() + "' was unplugged: the stroke is kept up to there and the replay pauses. "
                + "Plug it in again, or go on with mouse or keyboard.");
        if (!released) {
            replay.pause();
        }
    }

    /**
     * Lets go of the replay: what it shows from now on is no longer labelled, while samples are taken up to {@link #finish}.
     *
     * @param repair by which the stroke will be read
     * @return when the last frame shown is answered, on the clock of {@link System#nanoTime}: the time to finish; at most 0.8 s from now,
     *     and now where nothing is to be waited for
     */
    public long release(long now, StrokeRepair repair) {
        Playback last = replay.playback();
        follow(last);
        letGo();
        if (fault.isPresent()) {
            return now;
        }
        if (last.playing()) {
            playback.add(new PlaybackSegment(Math.max(now, last.segment().startNanos()), last.position(now), 0));
        }
        return Math.clamp(repair.answered(stroke()), now, now + LONGEST_ANSWER_NANOS);
    }

    private void letGo() {
        if (!released) {
            released = true;
            replay.endCapture();
        }
    }

    /**
     * Ends the stroke and enters its corrections in the journal; completes with the entries as saved, none where nothing was shown.
     * Fails with the dataset's sentence where the file could not take the stroke.
     */
    public CompletableFuture<List<JournalEntry.Labelled>> finish(long now) {
        if (fault.isEmpty()) {
            follow(replay.playback());
            samples.repeatLast(now);
        }
        letGo();
        soFar = ticks();
        handOver();
        return unwritable.<CompletableFuture<List<JournalEntry.Labelled>>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> writer.finish(soFar.ranges()));
    }

    /** Ends the stroke without a label. */
    public void drop() {
        letGo();
        writer.drop();
    }

    private void end(long now, String sentence) {
        if (fault.isEmpty()) {
            samples.repeatLast(now);
            fault = Optional.of(sentence);
        }
    }

    private void follow(Playback now) {
        List<PlaybackSegment> captured = now.captured();
        if (fault.isEmpty() && !released && captured.size() > playback.size()) {
            playback.addAll(captured.subList(playback.size(), captured.size()));
        }
    }

    private void handOver() {
        if (unwritable.isPresent()) {
            return;
        }
        try {
            for (; written < playback.size(); written++) {
                writer.append(playback.get(written));
            }
            samples.takeNew().ifPresent(writer::append);
        } catch (DatasetException dead) {
            unwritable = Optional.of(dead);
            end(handedOver, dead.getMessage());
        }
    }

    private StrokeTicks ticks() {
        return StrokeTicks.of(stroke(), within);
    }

    private Stroke stroke() {
        return new Stroke(0, head.rollout(), head.expert(), head.device(), head.startedAt(), head.ticksPerSecond(), head.action(), playback,
                samples.all());
    }

    /**
     * What is known of a stroke before its first sample.
     *
     * @param device the stick's name as the system tells it
     * @param ticksPerSecond of the recording
     */
    public record Head(long rollout, String expert, String device, Instant startedAt, double ticksPerSecond, ActionSpec action) {}
}
