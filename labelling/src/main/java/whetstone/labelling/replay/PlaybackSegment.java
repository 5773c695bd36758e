package whetstone.labelling.replay;

/**
 * A stretch of playback at one speed: from {@code startNanos} on, the position runs from {@code startTick} at {@code speed} times
 * real time. Pause is speed 0; a step, a seek or a change of speed begins a new segment.
 *
 * @param startNanos on the clock of {@link System#nanoTime}
 * @param startTick position in the recording, in ticks, with fraction
 * @param speed 0 (paused) or 1/20 to 4
 */
public record PlaybackSegment(long startNanos, double startTick, double speed) {
    public PlaybackSegment {
        if (!(startTick >= 0) || !(speed >= 0)) {
            throw new IllegalArgumentException("playback at tick " + startTick + " with speed " + speed + " is not possible");
        }
    }

    /** Position in ticks at a time, not bounded by the recording's length. */
    public double tickAt(long nanos, double ticksPerSecond) {
        return startTick + (nanos - startNanos) * 1e-9 * ticksPerSecond * speed;
    }
}
