package whetstone.app.label;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The expert's steering that the picture and the numbers show: of an edit under way, of the stick, or of the label in force. FX thread. */
final class ShownSteering {
    private final ReadOnlyObjectWrapper<OptionalDouble> steer = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final Comparison comparison;
    private IntFunction<OptionalDouble> preview = _ -> OptionalDouble.empty();

    /** @param comparison whether labels are looked at raw or repaired */
    ShownSteering(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Where the stick is; where it rests and a label is in force, that label; empty before the first move. */
    ReadOnlyObjectProperty<OptionalDouble> steerProperty() {
        return steer.getReadOnlyProperty();
    }

    /** @param steering what an edit under way would have the expert steer at a tick: it is shown before anything else */
    void previewWith(IntFunction<OptionalDouble> steering) {
        preview = steering;
    }

    /** @param tick in view, where there is one */
    void follow(OptionalInt tick, Traces traces, Hand.Position hand, long nanos, boolean records) {
        OptionalDouble edited = tick.isPresent() ? preview.apply(tick.getAsInt()) : OptionalDouble.empty();
        OptionalDouble label = tick.isPresent() ? comparison.steering(traces, tick.getAsInt()) : OptionalDouble.empty();
        steer.set(edited.isPresent() ? edited : hand.shown(nanos, records, label));
    }
}
