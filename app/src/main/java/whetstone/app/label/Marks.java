package whetstone.app.label;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.labelling.TickRange;

/** The range that the brackets mark: what is recorded anew, approved or rejected instead of the whole clip. FX thread. */
final class Marks {
    private final ReadOnlyObjectWrapper<Optional<TickRange>> range = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<TickRange>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    Optional<TickRange> range() {
        return range.get();
    }

    /** Begins the range at a tick; it ends where it ended, or with the clip where that is before. */
    void from(int tick, TickRange clip) {
        int end = range.get().map(TickRange::to).filter(to -> to > tick).orElse(Math.max(clip.to(), tick + 1));
        range.set(Optional.of(new TickRange(tick, end)));
    }

    /** Ends the range with a tick; it begins where it began, or with the clip where that is behind. */
    void to(int tick, TickRange clip) {
        int begin = range.get().map(TickRange::from).filter(from -> from <= tick).orElse(Math.min(clip.from(), tick));
        range.set(Optional.of(new TickRange(begin, tick + 1)));
    }

    void clear() {
        range.set(Optional.empty());
    }
}
