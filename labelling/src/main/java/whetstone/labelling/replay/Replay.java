package whetstone.labelling.replay;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import whetstone.labelling.TickRange;

/**
 * Plays a recording: its position as a function of time and speed. The screen calls the verbs and reads the position on its thread;
 * the polling thread reads the same {@link Playback}, one immutable value, while a stroke is captured. Every verb takes effect at
 * the present moment of the ticker, never before a change already seen.
 */
public final class Replay {
    /** The speeds that the keys step through, slowest first. */
    public static final List<Double> SPEEDS = List.of(1.0 / 20, 1.0 / 10, 1.0 / 8, 1.0 / 5, 1.0 / 4, 1.0 / 2, 1.0, 2.0, 4.0);

    private final Ticker ticker;
    private final AtomicReference<Playback> playback;

    /** Paused on the first tick, at real time. */
    public Replay(Ticker ticker, int length, double ticksPerSecond) {
        this.ticker = ticker;
        this.playback = new AtomicReference<>(new Playback(length, ticksPerSecond, 1, new PlaybackSegment(ticker.nanos(), 0, 0),
                Optional.empty(), List.of()));
    }

    /** How it is played at this moment. */
    public Playback playback() {
        return change(now -> now.playback);
    }

    /** The position at this moment, in ticks with fraction. */
    public double position() {
        Playback playing = playback();
        return playing.position(ticker.nanos());
    }

    /** The tick shown at this moment. */
    public int tick() {
        Playback playing = playback();
        return playing.tick(ticker.nanos());
    }

    /** Runs on from where it is; at the end, from the start again, unless a stroke is captured. */
    public void play() {
        change(now -> now.playback.playing() ? now.playback : now.run(now.start(), now.playback.speed()));
    }

    public void pause() {
        change(now -> now.playback.playing() ? now.run(now.position(), 0) : now.playback);
    }

    public void toggle() {
        change(now -> now.playback.playing() ? now.run(now.position(), 0) : now.run(now.start(), now.playback.speed()));
    }

    /** Goes to a position and plays on if it played; outside the recording, to the nearest end. */
    public void seek(double tick) {
        change(now -> now.run(tick, now.playback.segment().speed()));
    }

    /** Pauses and goes a number of whole ticks forward, or back where negative. */
    public void step(int ticks) {
        change(now -> now.run(now.playback.tick(now.nanos) + (double) ticks, 0));
    }

    /** @param speed times real time; outside 1/20 to 4, the nearest of them */
    public void speed(double speed) {
        change(now -> {
            Playback chosen = now.playback.atSpeed(speed);
            return now.playback.playing() ? chosen.run(now.nanos, now.position(), chosen.speed()) : chosen;
        });
    }

    public void faster() {
        double speed = playback.get().speed();
        speed(SPEEDS.stream().filter(detent -> detent > speed + 1e-9).findFirst().orElse(Playback.FASTEST));
    }

    public void slower() {
        double speed = playback.get().speed();
        speed(SPEEDS.reversed().stream().filter(detent -> detent < speed - 1e-9).findFirst().orElse(Playback.SLOWEST));
    }

    /** Plays a range again and again, or the whole recording once where none is given. */
    public void loop(Optional<TickRange> range) {
        change(now -> now.run(now.position(), now.playback.segment().speed()).looping(range));
    }

    /** From now on keeps the segments, for a stroke. */
    public Playback beginCapture() {
        return change(now -> now.playback.captureFrom(now.nanos));
    }

    public void endCapture() {
        change(now -> now.playback.withoutCapture());
    }

    private Playback change(Verb verb) {
        return playback.updateAndGet(before -> {
            long nanos = Math.max(ticker.nanos(), before.segment().startNanos());
            return verb.apply(new Moment(before.advancedTo(nanos), nanos));
        });
    }

    @FunctionalInterface
    private interface Verb {
        Playback apply(Moment now);
    }

    /** The playback at the moment of a verb. */
    private record Moment(Playback playback, long nanos) {
        double position() {
            return playback.position(nanos);
        }

        double start() {
            boolean ended = position() >= playback.length() - 1 && !playback.capturing();
            return ended ? playback.loop().map(range -> (double) range.from()).orElse(0.0) : position();
        }

        Playback run(double from, double speed) {
            return playback.run(nanos, from, speed);
        }
    }
}
