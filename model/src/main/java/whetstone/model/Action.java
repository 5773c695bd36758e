package whetstone.model;

import java.util.Arrays;

/** One action: a value inside its bounds for every dimension of its spec; immutable. */
public final class Action {
    private final ActionSpec spec;
    private final float[] values;

    /**
     * @param values in the spec's order, owned by this action from now on
     * @throws IllegalArgumentException if a value is missing, not a number or out of its bounds
     */
    public Action(ActionSpec spec, float... values) {
        if (values.length != spec.size()) {
            throw new IllegalArgumentException(values.length + " values given for an action of " + spec.size() + " dimensions");
        }
        for (int i = 0; i < values.length; i++) {
            ActionSpec.Dimension dimension = spec.dimensions().get(i);
            if (!(values[i] >= dimension.low() && values[i] <= dimension.high())) {
                throw new IllegalArgumentException("'" + dimension.name() + "' is " + values[i] + ", outside "
                        + dimension.low() + " to " + dimension.high());
            }
        }
        this.spec = spec;
        this.values = values;
    }

    public ActionSpec spec() {
        return spec;
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public float get(String dimension) {
        return values[spec.indexOf(dimension)];
    }

    /** The steering command, in [-1, 1], positive to the right. */
    public float steer() {
        return get("steer");
    }

    /** A copy of the values in the spec's order. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Action that && spec.equals(that.spec) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "action " + Arrays.toString(values);
    }
}
