package whetstone.labelling.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.TickRange;

/**
 * How a recording is being played: everything its position at any time follows from. Immutable. Every change of playback is a new
 * segment; while a stroke is captured the segments are kept for it, so that label and screen follow the same arithmetic.
 *
 * @param length of the recording in ticks; the position is 0 to length - 1
 * @param ticksPerSecond of the recording
 * @param speed as chosen, 1/20 to 4, also while paused
 * @param segment from when and where the position runs; its speed is 0 while paused
 * @param loop played again and again where given: from its end back to its begin
 * @param captured the segments since a stroke began; empty where none is captured
 */
public record Playback(int length, double ticksPerSecond, double speed, PlaybackSegment segment, Optional<TickRange> loop,
                       List<PlaybackSegment> captured) {
    public static final double SLOWEST = 1.0 / 20;
    public static final double FASTEST = 4;

    public Playback {
        captured = List.copyOf(captured);
        if (length < 1) {
            throw new IllegalArgumentException("the recording has no frames, so there is nothing to play");
        }
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("playback at " + speed + " times real time is not between 1/20 and 4");
        }
        if (loop.isPresent() && loop.get().to() > length) {
            throw new IllegalArgumentException("the range ends at tick " + loop.get().to() + ", behind the recording's " + length);
        }
    }

    public boolean playing() {
        return segment.speed() > 0;
    }

    public boolean capturing() {
        return !captured.isEmpty();
    }

    /** The position in ticks at a time, with fraction. */
    public double position(long nanos) {
        PlaybackSegment now = advancedTo(nanos).segment;
        return Math.clamp(now.tickAt(Math.max(nanos, now.startNanos()), ticksPerSecond), 0, length - 1);
    }

    /** The tick shown at a time. */
    public int tick(long nanos) {
        return (int) Math.floor(position(nanos) + 1e-6);
    }

    /** This playback with what happened by itself until a time: the end reached, the loop begun again. */
    Playback advancedTo(long nanos) {
        Playback at = this;
        while (at.playing()) {
            long turn = at.turningTime();
            if (turn > nanos) {
                return at;
            }
            at = at.turned(turn);
        }
        return at;
    }

    /** When the position reaches its turning point; the first whole nanosecond at or after it, always after the segment's start. */
    private long turningTime() {
        double toGo = (turningPoint() - segment.startTick()) * 1e9 / (ticksPerSecond * segment.speed());
        return segment.startNanos() + Math.max(1, (long) Math.ceil(toGo));
    }

    private double turningPoint() {
        return looped() ? loop.orElseThrow().to() : length - 1;
    }

    private Playback turned(long reached) {
        return with(looped() ? new PlaybackSegment(reached, loop.orElseThrow().from(), segment.speed())
                : new PlaybackSegment(reached, length - 1, 0));
    }

    /** Whether the position now runs towards the end of the loop: behind it, playback goes on to the recording's end. */
    private boolean looped() {
        return loop.filter(range -> segment.startTick() < range.to()).isPresent();
    }

    Playback run(long nanos, double from, double atSpeed) {
        return with(new PlaybackSegment(Math.max(nanos, segment.startNanos()), Math.clamp(from, 0, length - 1), atSpeed));
    }

    Playback atSpeed(double chosen) {
        return new Playback(length, ticksPerSecond, Math.clamp(chosen, SLOWEST, FASTEST), segment, loop, captured);
    }

    Playback looping(Optional<TickRange> range) {
        return new Playback(length, ticksPerSecond, speed, segment, range, captured);
    }

    /** Keeps segments from now on, beginning with where playback is. */
    Playback captureFrom(long nanos) {
        Playback here = run(nanos, position(nanos), segment.speed());
        return new Playback(length, ticksPerSecond, speed, here.segment, loop, List.of(here.segment));
    }

    Playback withoutCapture() {
        return new Playback(length, ticksPerSecond, speed, segment, loop, List.of());
    }

    private Playback with(PlaybackSegment next) {
        List<PlaybackSegment> kept = new ArrayList<>(captured);
        if (capturing()) {
            kept.add(next);
        }
        return new Playback(length, ticksPerSecond, speed, next, loop, kept);
    }
}
