package whetstone.model.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What stands between a policy's input and its action. Saved as JSON by name, never by class. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Network.Ridge.class, name = "ridge"),
    @JsonSubTypes.Type(value = Network.Convolutional.class, name = "cnn"),
    @JsonSubTypes.Type(value = Network.Foreign.class, name = "onnx")
})
public sealed interface Network {
    /**
     * Linear in every input value, with a bias; fitted by ridge regression.
     * Ross, Gordon, Bagnell 2011 (arXiv 1011.0686), section 5.1.
     *
     * @param lambda weight of the squared weights, not negative
     */
    record Ridge(double lambda) implements Network {
        public Ridge {
            if (!(lambda >= 0) || !Double.isFinite(lambda)) {
                throw new IllegalArgumentException("lambda is " + lambda + "; it must be zero or a number above it");
            }
        }
    }

    /** Convolutions with ReLU, then dense layers with ReLU (1 to 16384 units), then one linear output per action dimension. */
    record Convolutional(List<Convolution> convolutions, List<Integer> dense) implements Network {
        public Convolutional {
            convolutions = List.copyOf(convolutions);
            dense = List.copyOf(dense);
            if (convolutions.size() > 32 || dense.size() > 32) {
                throw new IllegalArgumentException("a network of " + convolutions.size() + " convolutions and " + dense.size()
                        + " dense layers has more than 32 of a kind");
            }
            for (int units : dense) {
                if (units < 1 || units > 16_384) {
                    throw new IllegalArgumentException("a dense layer of " + units + " units is not between 1 and 16384");
                }
            }
        }
    }

    /** A model that others made: it drives, but has no weights here and is never trained. Its input's size is that of the policy's input. */
    record Foreign(ForeignMapping mapping) implements Network {}

    /** One convolution without padding. */
    record Convolution(int filters, int kernel, int stride) {
        public Convolution {
            if (filters < 1 || kernel < 1 || stride < 1 || filters > 4096 || kernel > 64 || stride > 64) {
                throw new IllegalArgumentException("a convolution of " + filters + " filters, kernel " + kernel + ", stride " + stride
                        + " can't be built");
            }
        }
    }
}
