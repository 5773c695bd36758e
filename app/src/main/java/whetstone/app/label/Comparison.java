package whetstone.app.label;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether labels are looked at raw, as the stick gave them, instead of repaired. Training always takes them repaired. FX thread. */
final class Comparison {
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper();

    ReadOnlyBooleanProperty rawProperty() {
        return raw.getReadOnlyProperty();
    }

    void toggle() {
        raw.set(!raw.get());
    }

    /** The steering of the label at a tick, as it is looked at. */
    OptionalDouble steering(Traces traces, int tick) {
        if (tick >= traces.length()) {
            return OptionalDouble.empty();
        }
        float value = raw.get() && !Float.isNaN(traces.raw()[tick]) ? traces.raw()[tick] : traces.label()[tick];
        return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
