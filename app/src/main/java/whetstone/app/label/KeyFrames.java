package whetstone.app.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.labelling.editing.Interpolate;
import whetstone.labelling.editing.KeyFrame;

/**
 * The key frames set on the recording in view, until they are joined: no label yet, but work that is kept in the dataset file. FX thread.
 */
final class KeyFrames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<Integer, Double>> KEPT = new TypeReference<>() { };

    private final TreeMap<Integer, Double> byTick = new TreeMap<>();
    private final ReadOnlyObjectWrapper<List<KeyFrame>> all = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<OpenClip> open = Optional.empty();

    /** Ascending, one at most at a tick. */
    ReadOnlyObjectProperty<List<KeyFrame>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Shows those that were set on a recording before and never joined. */
    void open(Optional<OpenClip> clip) {
        open = clip;
        byTick.clear();
        clip.flatMap(now -> now.dataset().setting(setting(now)).map(text -> read(text, now.length()))).ifPresent(byTick::putAll);
        show();
    }

    void set(int tick, double value) {
        byTick.put(tick, value);
        keep();
    }

    void remove(int tick) {
        byTick.remove(tick);
        keep();
    }

    void clear() {
        byTick.clear();
        keep();
    }

    /** The edit that joins them, where there are two or more. */
    Optional<Interpolate> joined() {
        return byTick.size() < 2 ? Optional.empty() : Optional.of(new Interpolate(all.get()));
    }

    private void show() {
        all.set(byTick.entrySet().stream().map(key -> new KeyFrame(key.getKey(), key.getValue())).toList());
    }

    private void keep() {
        show();
        open.ifPresent(clip -> clip.dataset().setSetting(setting(clip), write()));
    }

    private static String setting(OpenClip clip) {
        return "key frames of rollout " + clip.id();
    }

    private String write() {
        try {
            return JSON.writeValueAsString(byTick);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("key frames could not be written as JSON", impossible);
        }
    }

    /** What is no key frame of this recording, in a file from elsewhere, is none. */
    private static Map<Integer, Double> read(String text, int length) {
        try {
            Map<Integer, Double> kept = new TreeMap<>(JSON.readValue(text, KEPT));
            kept.entrySet().removeIf(key -> key.getKey() < 0 || key.getKey() >= length || key.getValue() == null
                    || !(Math.abs(key.getValue()) <= 1));
            return kept;
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
    }
}
