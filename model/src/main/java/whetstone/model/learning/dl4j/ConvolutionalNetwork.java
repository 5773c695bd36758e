package whetstone.model.learning.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.Weights;

/**
 * DeepLearning4J's network for a policy's description, and the way between its parameters and {@link Weights}: layer by layer,
 * convolutions first, then the dense layers and the head; in a layer first its kernel or matrix, then one bias per output. A kernel is
 * [output][input][row][column], a matrix [output][input], the last index running fastest; what reaches the first matrix is ordered
 * [channel][row][column]. Owned by one thread.
 */
final class ConvolutionalNetwork {
    private final PolicyDescription description;
    private final MultiLayerNetwork network;

    /** Builds the network with random weights; equal seeds give equal weights. */
    ConvolutionalNetwork(PolicyDescription description, long seed, double learningRate) {
        if (!(description.network() instanceof Network.Convolutional convolutional)) {
            throw new IllegalArgumentException("DeepLearning4J trains convolutional policies here, not " + description.network());
        }
        Engine.load();
        this.description = description;
        network = build(description, convolutional, seed, learningRate);
        network.init();
    }

    MultiLayerNetwork network() {
        return network;
    }

    private static MultiLayerNetwork build(PolicyDescription description, Network.Convolutional convolutional, long seed, double learningRate) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed).updater(new Adam(learningRate)).weightInit(WeightInit.RELU).activation(Activation.RELU)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED).inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        for (Network.Convolution convolution : convolutional.convolutions()) {
            layers.layer(new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                    .stride(convolution.stride(), convolution.stride()).nOut(convolution.filters()).build());
        }
        for (int units : convolutional.dense()) {
            layers.layer(new DenseLayer.Builder().nOut(units).build());
        }
        layers.layer(new OutputLayer.Builder(new WeightedSquaredError()).nOut(description.action().size())
                .activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER).build());
        layers.setInputType(InputType.convolutional(description.input().height(), description.input().width(), 3));
        return new MultiLayerNetwork(layers.build());
    }

    Weights weights() {
        float[] values = new float[Math.toIntExact(network.numParams())];
        int offset = 0;
        for (INDArray parameter : inOrder()) {
            float[] part = parameter.dup('c').data().asFloat();
            System.arraycopy(part, 0, values, offset, part.length);
            offset += part.length;
        }
        return new Weights(values);
    }

    /** @throws IllegalArgumentException if there are more or fewer weights than the description asks for */
    void setWeights(Weights weights) {
        description.requireFitting(weights);
        float[] values = weights.toArray();
        int offset = 0;
        for (INDArray parameter : inOrder()) {
            int length = Math.toIntExact(parameter.length());
            parameter.assign(Nd4j.create(Arrays.copyOfRange(values, offset, offset + length), parameter.shape(), 'c'));
            offset += length;
        }
    }

    /** Views of all parameters in the order of {@link Weights}; DeepLearning4J keeps a matrix as [input][output], so it is turned. */
    private List<INDArray> inOrder() {
        List<INDArray> parameters = new ArrayList<>();
        for (int layer = 0; layer < network.getnLayers(); layer++) {
            INDArray kernel = network.getParam(layer + "_W");
            parameters.add(kernel.rank() == 2 ? kernel.transpose() : kernel);
            parameters.add(network.getParam(layer + "_b"));
        }
        return parameters;
    }
}
