package whetstone.model.learning.dl4j;

import whetstone.model.Observation;
import whetstone.model.policy.InputTransform;

/** The network of {@link BrightColumn#description()} written out by hand from the documented order of its weights. */
record PlainNetwork(float[] weights) {
    private static final int FILTERS = 8;
    private static final int KERNEL = 3;
    private static final int STRIDE = 2;
    private static final int DENSE = 16;
    private static final int OUT_WIDTH = (BrightColumn.WIDTH - KERNEL) / STRIDE + 1;
    private static final int OUT_HEIGHT = (BrightColumn.HEIGHT - KERNEL) / STRIDE + 1;

    float steer(Observation seen) {
        float[] input = new InputTransform(BrightColumn.description().input()).apply(seen);
        float[] filtered = convolve(input);
        int at = FILTERS * (3 * KERNEL * KERNEL + 1);
        float[] hidden = dense(filtered, at, DENSE);
        for (int i = 0; i < DENSE; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        return dense(hidden, at + DENSE * (filtered.length + 1), 1)[0];
    }

    private float[] convolve(float[] input) {
        float[] output = new float[FILTERS * OUT_WIDTH * OUT_HEIGHT];
        for (int place = 0; place < output.length; place++) {
            output[place] = Math.max(0, filter(input, place / (OUT_WIDTH * OUT_HEIGHT), place / OUT_WIDTH % OUT_HEIGHT, place % OUT_WIDTH));
        }
        return output;
    }

    private float filter(float[] input, int filter, int row, int column) {
        float sum = weights[FILTERS * 3 * KERNEL * KERNEL + filter];
        for (int i = 0; i < 3 * KERNEL * KERNEL; i++) {
            int channel = i / (KERNEL * KERNEL);
            int y = row * STRIDE + i / KERNEL % KERNEL;
            int x = column * STRIDE + i % KERNEL;
            sum += weights[filter * 3 * KERNEL * KERNEL + i] * input[(channel * BrightColumn.HEIGHT + y) * BrightColumn.WIDTH + x];
        }
        return sum;
    }

    private float[] dense(float[] input, int at, int outputs) {
        float[] output = new float[outputs];
        for (int o = 0; o < outputs; o++) {
            output[o] = weights[at + outputs * input.length + o];
            for (int i = 0; i < input.length; i++) {
                output[o] += weights[at + o * input.length + i] * input[i];
            }
        }
        return output;
    }
}
