package whetstone.model.policy;

import java.util.List;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network.Convolution;
import whetstone.model.policy.Network.Convolutional;

/** Networks that have a name in the field or in this program. */
public final class Networks {
    private Networks() {}

    /** Three convolutions and one dense layer for a 40 x 30 picture, about 11,000 weights: learns a road in a minute on one core. */
    public static Convolutional smallConvolutional() {
        return new Convolutional(List.of(new Convolution(12, 5, 2), new Convolution(16, 3, 2), new Convolution(24, 3, 2)), List.of(32));
    }

    /** A policy of {@link #smallConvolutional()} that sees a camera in 40 x 30 RGB. */
    public static PolicyDescription smallConvolutionalPolicy(String camera, ActionSpec action) {
        return new PolicyDescription(new PolicyInput(camera, 40, 30, PolicyInput.ColourSpace.RGB), smallConvolutional(), action);
    }

    /**
     * The network of Bojarski and others 2016, "End to End Learning for Self-Driving Cars" (arXiv 1604.07316), figure 4, without its
     * fixed normalisation layer: made for 200 x 66 values, about 250,000 weights.
     */
    public static Convolutional dave2() {
        return new Convolutional(List.of(new Convolution(24, 5, 2), new Convolution(36, 5, 2), new Convolution(48, 5, 2),
                new Convolution(64, 3, 1), new Convolution(64, 3, 1)), List.of(100, 50, 10));
    }
}
