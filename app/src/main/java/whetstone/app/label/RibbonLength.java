package whetstone.app.label;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import whetstone.app.Settings;

/** How many seconds ahead the ribbons lead: 1 to 3, kept in the user's settings. FX thread. */
final class RibbonLength {
    private static final String KEY = "label.ribbonSeconds";
    private static final double SHORTEST = 1;
    private static final double LONGEST = 3;
    private static final double STEP = 0.5;
    /** Far enough to see where a command ends, near enough that it could still be held. */
    private static final double AT_FIRST = 1.5;

    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(AT_FIRST);
    private final Settings settings;

    RibbonLength(Settings settings) {
        this.settings = settings;
        settings.get(KEY).filter(text -> text.matches("\\d(\\.\\d)?")).map(Double::parseDouble)
                .ifPresent(kept -> seconds.set(Math.clamp(kept, SHORTEST, LONGEST)));
    }

    ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** Half a second longer; behind the longest comes the shortest. */
    void next() {
        seconds.set(seconds.get() + STEP > LONGEST ? SHORTEST : seconds.get() + STEP);
        settings.set(KEY, String.valueOf(seconds.get()));
    }
}
