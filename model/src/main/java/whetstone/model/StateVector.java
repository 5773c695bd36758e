package whetstone.model;

import java.util.Arrays;

/** What is measured beside the pictures, in the order of {@link EnvironmentSpec#stateNames()}; immutable. */
public final class StateVector {
    public static final StateVector EMPTY = new StateVector();

    private final float[] values;

    /** @param values owned by this vector from now on; every value finite */
    public StateVector(float... values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a state value is " + value + ", not a number");
            }
        }
        this.values = values;
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "state " + Arrays.toString(values);
    }
}
