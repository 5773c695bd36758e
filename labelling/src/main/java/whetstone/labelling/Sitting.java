package whetstone.labelling;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the work log: what an expert did from one opening of the Label screen to its end.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param secondsAtScreen of his own time, pauses left out
 * @param labelledSeconds of the recordings, as given, redone ones too
 * @param redone strokes that were undone or recorded over
 * @param secondsAtSpeed of his own time, by playback speed
 */
public record Sitting(long id, String expert, String device, Instant from, Instant to, double secondsAtScreen, double labelledSeconds,
                      int strokes, int redone, Map<Double, Double> secondsAtSpeed) {
    public Sitting {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a sitting can't end (" + to + ") before it begins (" + from + ")");
        }
        require("seconds at the screen", secondsAtScreen);
        require("labelled seconds", labelledSeconds);
        require("strokes", strokes);
        require("strokes redone", redone);
        secondsAtSpeed.forEach((speed, seconds) -> {
            require("speed", speed);
            require("seconds at speed " + speed, seconds);
        });
        secondsAtSpeed = Collections.unmodifiableMap(new TreeMap<>(secondsAtSpeed));
    }

    private static void require(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a sitting's " + what + " can't be " + value);
        }
    }

    public Sitting withId(long newId) {
        return new Sitting(newId, expert, device, from, to, secondsAtScreen, labelledSeconds, strokes, redone, secondsAtSpeed);
    }
}
