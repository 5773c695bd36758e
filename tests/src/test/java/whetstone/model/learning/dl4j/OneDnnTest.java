package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Networks;
import whetstone.model.policy.PolicyDescription;

/** On x86 the native library that is shipped holds oneDNN; elsewhere there is none to use. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class OneDnnTest {
    private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";
    private static final PolicyDescription SMALL = Networks.smallConvolutionalPolicy("front", ActionSpec.STEER_AND_THROTTLE);

    @BeforeAll
    static void start() {
        Engine.load();
    }

    @Test
    void deepLearning4JFindsOneDnn() {
        assertThat(BaseMKLDNNHelper.mklDnnEnabled()).isTrue();
    }

    @Test
    void everyConvolutionUsesOneDnn() {
        MultiLayerNetwork network = new ConvolutionalNetwork(SMALL, 1, 1e-3).network();

        for (int layer = 0; layer < Networks.smallConvolutional().convolutions().size(); layer++) {
            assertThat(network.getLayer(layer).getHelper()).isInstanceOf(MKLDNNConvHelper.class);
        }
    }

    @Test
    void gradientsAgreeWithThoseWithoutOneDnn() {
        MultiLayerNetwork with = new ConvolutionalNetwork(SMALL, 7, 1e-3).network();
        MultiLayerNetwork without = withoutHelpers(() -> new ConvolutionalNetwork(SMALL, 7, 1e-3).network());
        assertThat(without.getLayer(0).getHelper()).isNull();

        INDArray expected = gradient(without);
        double difference = gradient(with).sub(expected).norm2Number().doubleValue();

        assertThat(difference / expected.norm2Number().doubleValue()).isCloseTo(0, within(1e-5));
    }

    @Test
    void trainingGivesTheSameWeightsAsWithoutOneDnn() {
        MultiLayerNetwork with = new ConvolutionalNetwork(SMALL, 7, 1e-3).network();
        MultiLayerNetwork without = withoutHelpers(() -> new ConvolutionalNetwork(SMALL, 7, 1e-3).network());
        for (int step = 0; step < 10; step++) {
            with.fit(pictures(), actions());
            without.fit(pictures(), actions());
        }

        assertThat(with.output(pictures()).sub(without.output(pictures())).norm2Number().doubleValue()).isLessThan(1e-3);
    }

    private static INDArray gradient(MultiLayerNetwork network) {
        network.setInput(pictures());
        network.setLabels(actions());
        network.computeGradientAndScore();
        return network.gradient().gradient().dup();
    }

    private static INDArray pictures() {
        return random(3, 8, 3, SMALL.input().height(), SMALL.input().width());
    }

    private static INDArray actions() {
        INDArray wanted = random(4, 8, 2);
        return Nd4j.concat(1, wanted, Nd4j.ones(DataType.FLOAT, 8, 1));
    }

    private static INDArray random(long seed, long... shape) {
        return Nd4j.rand(Nd4j.getRandomFactory().getNewRandomInstance(seed), shape).castTo(DataType.FLOAT).muli(2).subi(1);
    }

    private static <T> T withoutHelpers(Supplier<T> made) {
        System.setProperty(HELPERS_OFF, "true");
        try {
            return made.get();
        } finally {
            System.setProperty(HELPERS_OFF, "false");
        }
    }
}
