package whetstone.model.policy;

/** How many float32 weights a network has, refusing networks whose picture shrinks to nothing or that no machine here can hold. */
final class WeightCount {
    private static final long MOST = 100_000_000;

    private WeightCount() {}

    static int of(PolicyInput input, Network network, int outputs) {
        long count = switch (network) {
            case Network.Ridge _ -> dense(input.size(), outputs);
            case Network.Convolutional convolutional -> convolutional(input, convolutional, outputs);
            case Network.Foreign foreign -> foreign(foreign.mapping(), outputs);
        };
        return (int) requireHoldable(count);
    }

    private static long convolutional(PolicyInput input, Network.Convolutional network, int outputs) {
        int width = input.width();
        int height = input.height();
        int channels = 3;
        long count = 0;
        for (Network.Convolution convolution : network.convolutions()) {
            width = shrunk(width, convolution);
            height = shrunk(height, convolution);
            count += dense((long) channels * convolution.kernel() * convolution.kernel(), convolution.filters());
            channels = convolution.filters();
        }
        long values = requireHoldable((long) width * height * channels);
        for (int units : network.dense()) {
            count += dense(values, units);
            values = units;
        }
        return count + dense(values, outputs);
    }

    /** None: they are in its own file. */
    private static long foreign(ForeignMapping mapping, int outputs) {
        if (mapping.sources().size() != outputs) {
            throw new IllegalArgumentException("the imported model's outputs are mapped to " + mapping.sources().size()
                    + " dimensions, but the action has " + outputs);
        }
        return 0;
    }

    private static int shrunk(int size, Network.Convolution convolution) {
        if (size < convolution.kernel()) {
            throw new IllegalArgumentException("a kernel of " + convolution.kernel() + " does not fit into the " + size
                    + " pixels that are left before it; use fewer or smaller convolutions, or a larger input");
        }
        return (size - convolution.kernel()) / convolution.stride() + 1;
    }

    private static long dense(long inputs, long outputs) {
        return requireHoldable((inputs + 1) * outputs);
    }

    private static long requireHoldable(long count) {
        if (count > MOST) {
            throw new IllegalArgumentException("the policy would have " + count + " weights; at most " + MOST + " can be held");
        }
        return count;
    }
}
