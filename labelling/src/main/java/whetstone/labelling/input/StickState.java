package whetstone.labelling.input;

import java.util.Arrays;

/** Where the stick is now, raw and mapped; immutable, published by the poller for the FX thread. */
public final class StickState {
    private final StickSample sample;
    private final float[] values;
    private final boolean moved;

    StickState(StickSample sample, float[] values, boolean moved) {
        this.sample = sample;
        this.values = values;
        this.moved = moved;
    }

    /** The device's own reading. */
    public StickSample sample() {
        return sample;
    }

    /** Device time on the clock of {@link System#nanoTime}. */
    public long nanos() {
        return sample.nanos();
    }

    /** False until the device was moved for the first time: an untouched device steers nothing. */
    public boolean moved() {
        return moved;
    }

    public float value(int dimension) {
        return values[dimension];
    }

    /** A copy in the order of the action's spec. */
    public float[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "stick at " + Arrays.toString(values);
    }
}
