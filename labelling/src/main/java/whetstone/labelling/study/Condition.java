package whetstone.labelling.study;

import java.util.List;
import java.util.Locale;

/**
 * How labels are given.
 *
 * @param speed of playback, times real time
 * @param feedback whether the consequence of the stick is shown while it moves
 */
public record Condition(double speed, boolean feedback) {
    static final Condition LIVE = new Condition(1, false);
    static final Condition SLOW_WITH_FEEDBACK = new Condition(0.25, true);
    static final List<Condition> ALL = List.of(LIVE, new Condition(1, true), new Condition(0.25, false), SLOW_WITH_FEEDBACK);
    static final List<Double> SPEEDS = List.of(1.0, 0.25);

    /** In a few words. */
    public String words() {
        return String.format(Locale.ROOT, "%s, %s", speed == 1 ? "1x" : "1/" + Math.round(1 / speed), feedback ? "feedback" : "no feedback");
    }
}
