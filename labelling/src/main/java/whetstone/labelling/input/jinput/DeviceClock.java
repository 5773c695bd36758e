package whetstone.labelling.input.jinput;

/**
 * Maps a device's event times to the clock of {@link System#nanoTime}. The two clocks start anywhere; an event is never read before it
 * happened, so the smallest distance seen between reading and event is the best known offset between them (a reading without delay).
 */
final class DeviceClock {
    /** If an event seems older than this, the device's clock was set back, and the offset is learnt anew. */
    private static final long LONGEST_DELAY = 1_000_000_000;

    private boolean known;
    private long offset;
    private long last = Long.MIN_VALUE;

    /**
     * @param event time of the event on the device's clock
     * @param now when it was read, on the clock of nanoTime
     * @return when it happened, on the clock of nanoTime; never later than now, never before an earlier event
     */
    long map(long event, long now) {
        long distance = now - event;
        if (!known || distance < offset || distance - offset > LONGEST_DELAY) {
            offset = distance;
            known = true;
        }
        last = Math.max(last, event + offset);
        return last;
    }

    /** For a reading without an event of its own. */
    long at(long now) {
        last = Math.max(last, now);
        return last;
    }
}
