package whetstone.app.label;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was done since the screen came into view, as a value that grows: a line of the work log in the making.
 *
 * @param secondsAtScreen of the expert's own time; gaps of more than half a minute without a move or a picture are pauses and left out
 * @param labelledSeconds of recording, labels that were given twice counted twice, undone ones not at all
 * @param strokes given with the stick
 * @param redone corrections given where one was in force already
 * @param secondsAtSpeed of the expert's own time while it played, by speed
 * @param lastSeen when something moved last, nanoseconds
 */
record Sitting(double secondsAtScreen, double labelledSeconds, int strokes, int redone, Map<Double, Double> secondsAtSpeed,
               OptionalLong lastSeen) {
    static final Sitting NEW = new Sitting(0, 0, 0, 0, Map.of(), OptionalLong.empty());
    private static final double LONGEST_GAP_SECONDS = 30;
    /** Before this much work a rate says nothing. */
    private static final double LEAST_MINUTES = 0.1;

    Sitting {
        secondsAtSpeed = Collections.unmodifiableMap(new TreeMap<>(secondsAtSpeed));
    }

    /** The expert did something, or watched. @param playing the speed at which it has played since the last time, where it did */
    Sitting seen(long nanos, OptionalDouble playing) {
        double gap = lastSeen.isEmpty() ? 0 : Math.max(0, nanos - lastSeen.getAsLong()) * 1e-9;
        double counted = gap > LONGEST_GAP_SECONDS ? 0 : gap;
        Map<Double, Double> speeds = new TreeMap<>(secondsAtSpeed);
        playing.ifPresent(speed -> speeds.merge(speed, counted, Double::sum));
        return new Sitting(secondsAtScreen + counted, labelledSeconds, strokes, redone, speeds, OptionalLong.of(nanos));
    }

    /** @param seconds below 0 where labels were taken back */
    Sitting labelled(double seconds) {
        return new Sitting(secondsAtScreen, Math.max(0, labelledSeconds + seconds), strokes, redone, secondsAtSpeed, lastSeen);
    }

    Sitting stroke(boolean again) {
        return new Sitting(secondsAtScreen, labelledSeconds, strokes + 1, redone + (again ? 1 : 0), secondsAtSpeed, lastSeen);
    }

    /** Labelled seconds of recording per minute at the screen, where there was enough of it. */
    OptionalDouble secondsPerMinute() {
        double minutes = secondsAtScreen / 60;
        return minutes < LEAST_MINUTES || labelledSeconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(labelledSeconds / minutes);
    }
}
