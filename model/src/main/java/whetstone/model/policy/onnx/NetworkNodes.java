package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.Weights;

/** A policy's network as nodes: float32 N x 3 x rows x columns becomes N x dimensions, inside the action's bounds. */
final class NetworkNodes {
    private static final int CHANNELS = 3;

    private final Graph graph;
    private final PolicyDescription description;
    private final float[] weights;
    private int taken;

    /** @throws IllegalArgumentException if the weights do not fit the description */
    NetworkNodes(Graph graph, PolicyDescription description, Weights weights) {
        description.requireFitting(weights);
        this.graph = graph;
        this.description = description;
        this.weights = weights.toArray();
    }

    /** @return the name of float32 N x dimensions */
    String action(String input) {
        String wanted = switch (description.network()) {
            case Network.Ridge _ -> ridge(input);
            case Network.Convolutional convolutional -> convolutional(input, convolutional);
            case Network.Foreign _ -> throw new IllegalArgumentException("it was imported as an ONNX file: use that file");
        };
        return clipped(wanted);
    }

    /** In float64: thousands of products that all but cancel would lose the fifth decimal in float32. */
    private String ridge(String input) {
        int inputs = description.input().size();
        int outputs = description.action().size();
        double[] matrix = new double[inputs * outputs];
        double[] bias = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            float[] row = take(inputs + 1);
            for (int i = 0; i < inputs; i++) {
                matrix[i * outputs + output] = row[i];
            }
            bias[output] = row[inputs];
        }
        String flat = graph.node("Flatten", graph.cast(input, DataType.DOUBLE));
        String product = graph.node("MatMul", List.of(flat, graph.doubles(matrix, inputs, outputs)));
        return graph.cast(graph.node("Add", List.of(product, graph.doubles(bias, outputs))), DataType.FLOAT);
    }

    private String convolutional(String input, Network.Convolutional network) {
        String values = input;
        int width = description.input().width();
        int height = description.input().height();
        int channels = CHANNELS;
        for (Network.Convolution layer : network.convolutions()) {
            values = graph.node("Relu", convolution(values, channels, layer));
            width = (width - layer.kernel()) / layer.stride() + 1;
            height = (height - layer.kernel()) / layer.stride() + 1;
            channels = layer.filters();
        }
        values = graph.node("Flatten", values);
        int size = width * height * channels;
        for (int units : network.dense()) {
            values = graph.node("Relu", dense(values, size, units));
            size = units;
        }
        return dense(values, size, description.action().size());
    }

    private String convolution(String values, int channels, Network.Convolution layer) {
        int kernel = layer.kernel();
        String matrix = graph.floats(take(layer.filters() * channels * kernel * kernel), layer.filters(), channels, kernel, kernel);
        String bias = graph.floats(take(layer.filters()), layer.filters());
        return graph.node("Conv", List.of(values, matrix, bias), Graph.Attribute.numbers("kernel_shape", kernel, kernel),
                Graph.Attribute.numbers("strides", layer.stride(), layer.stride()), Graph.Attribute.numbers("pads", 0, 0, 0, 0));
    }

    private String dense(String values, int inputs, int outputs) {
        String matrix = graph.floats(take(inputs * outputs), outputs, inputs);
        return graph.node("Gemm", List.of(values, matrix, graph.floats(take(outputs), outputs)), Graph.Attribute.number("transB", 1));
    }

    private String clipped(String wanted) {
        List<ActionSpec.Dimension> dimensions = description.action().dimensions();
        float[] low = new float[dimensions.size()];
        float[] high = new float[dimensions.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = dimensions.get(i).low();
            high[i] = dimensions.get(i).high();
        }
        String notBelow = graph.node("Max", List.of(wanted, graph.floats(low, low.length)));
        return graph.node("Min", List.of(notBelow, graph.floats(high, high.length)));
    }

    /** The next weights in the order of {@link Weights}. */
    private float[] take(int count) {
        taken += count;
        return Arrays.copyOfRange(weights, taken - count, taken);
    }
}
