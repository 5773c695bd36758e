package whetstone.labelling.input;

import java.util.Arrays;

/** One reading of a stick: its axes in [-1, 1] as the device gives them and its pressed buttons, at a time of the device. Immutable. */
public final class StickSample {
    private final long nanos;
    private final float[] axes;
    private final long buttons;

    /**
     * @param nanos device time mapped to {@link System#nanoTime}
     * @param axes in the order of {@link StickDescription#axes()}, owned by this sample from now on
     * @param buttons bit i is button i of {@link StickDescription#buttons()}
     */
    public StickSample(long nanos, float[] axes, long buttons) {
        this.nanos = nanos;
        this.axes = axes;
        this.buttons = buttons;
    }

    public long nanos() {
        return nanos;
    }

    public int axes() {
        return axes.length;
    }

    public float axis(int index) {
        return axes[index];
    }

    public boolean pressed(int button) {
        return (buttons >>> button & 1) != 0;
    }

    public long buttons() {
        return buttons;
    }

    @Override
    public String toString() {
        return "sample " + Arrays.toString(axes) + " buttons " + Long.toBinaryString(buttons);
    }
}
