package whetstone.model.policy;

import java.util.Arrays;

/** A network's parameters as one flat float32 array in an order fixed by its description; immutable. */
public final class Weights {
    private final float[] values;

    /** @param values owned by these weights from now on; every value finite */
    public Weights(float... values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a weight is " + value + ": the policy did not train to numbers");
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

    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
