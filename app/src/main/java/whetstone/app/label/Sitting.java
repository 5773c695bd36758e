package whetstone.app.label;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was labelled since the screen came into use, as a value that grows.
 *
 * @param labelledSeconds of recording, labels that were given twice counted twice
 * @param redone corrections given where one was in force already
 * @param firstAction time of the first label's beginning, nanoseconds
 */
record Sitting(double labelledSeconds, int redone, OptionalLong firstAction) {
    static final Sitting NEW = new Sitting(0, 0, OptionalLong.empty());
    /** Before this much work a rate says nothing. */
    private static final double LEAST_MINUTES = 0.1;

    Sitting started(long nanos) {
        return firstAction.isPresent() ? this : new Sitting(labelledSeconds, redone, OptionalLong.of(nanos));
    }

    Sitting labelled(double seconds, boolean again) {
        return new Sitting(labelledSeconds + seconds, redone + (again ? 1 : 0), firstAction);
    }

    /** Labelled seconds of recording per minute of work, where there was enough of it. */
    OptionalDouble secondsPerMinute(long nanos) {
        if (firstAction.isEmpty() || labelledSeconds == 0) {
            return OptionalDouble.empty();
        }
        double minutes = (nanos - firstAction.getAsLong()) / 60e9;
        return minutes < LEAST_MINUTES ? OptionalDouble.empty() : OptionalDouble.of(labelledSeconds / minutes);
    }
}
