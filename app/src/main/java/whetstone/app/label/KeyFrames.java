package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.labelling.editing.Interpolate;
import whetstone.labelling.editing.KeyFrame;

/** The key frames set on the clip in view, until they are joined. FX thread. */
final class KeyFrames {
    private final TreeMap<Integer, Double> byTick = new TreeMap<>();
    private final ReadOnlyObjectWrapper<List<KeyFrame>> all = new ReadOnlyObjectWrapper<>(List.of());

    /** Ascending, one at most at a tick. */
    ReadOnlyObjectProperty<List<KeyFrame>> allProperty() {
        return all.getReadOnlyProperty();
    }

    void set(int tick, double value) {
        byTick.put(tick, value);
        publish();
    }

    void remove(int tick) {
        byTick.remove(tick);
        publish();
    }

    void clear() {
        byTick.clear();
        publish();
    }

    /** The edit that joins them, where there are two or more. */
    Optional<Interpolate> joined() {
        return byTick.size() < 2 ? Optional.empty() : Optional.of(new Interpolate(all.get()));
    }

    private void publish() {
        all.set(byTick.entrySet().stream().map(key -> new KeyFrame(key.getKey(), key.getValue())).toList());
    }
}
