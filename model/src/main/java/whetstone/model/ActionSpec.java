package whetstone.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The named, bounded dimensions of an environment's actions, in their fixed order. */
public record ActionSpec(List<Dimension> dimensions) {
    /** Steering alone, in [-1, 1], positive to the right. */
    public static final ActionSpec STEER = new ActionSpec(List.of(new Dimension("steer", -1, 1)));
    /** Steering and throttle, both in [-1, 1]. */
    public static final ActionSpec STEER_AND_THROTTLE =
            new ActionSpec(List.of(new Dimension("steer", -1, 1), new Dimension("throttle", -1, 1)));

    /** One dimension of an action with its inclusive bounds. */
    public record Dimension(String name, float low, float high) {
        public Dimension {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a dimension of an action needs a name");
            }
            if (!(low < high) || !Float.isFinite(low) || !Float.isFinite(high)) {
                throw new IllegalArgumentException("'" + name + "' has no range between " + low + " and " + high);
            }
        }

        /** The nearest value inside the bounds; NaN is refused. */
        public float clamp(float value) {
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException("'" + name + "' is not a number");
            }
            return Math.clamp(value, low, high);
        }
    }

    public ActionSpec {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("an action needs at least one dimension");
        }
        Set<String> names = new HashSet<>();
        for (Dimension dimension : dimensions) {
            if (!names.add(dimension.name())) {
                throw new IllegalArgumentException("two dimensions of an action are called '" + dimension.name() + "'");
            }
        }
    }

    public int size() {
        return dimensions.size();
    }

    /** The place of a dimension, or a sentence that names the ones there are. */
    public int indexOf(String name) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no dimension is called '" + name + "'; there are "
                + dimensions.stream().map(Dimension::name).toList());
    }

    /** An action with each value moved to the nearest one inside its bounds; NaN is refused. */
    public Action clamp(float... values) {
        float[] inside = new float[size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = dimensions.get(i).clamp(values[i]);
        }
        return new Action(this, inside);
    }

    /** Every dimension at zero, or at the bound nearest to it. */
    public Action neutral() {
        return clamp(new float[size()]);
    }
}
