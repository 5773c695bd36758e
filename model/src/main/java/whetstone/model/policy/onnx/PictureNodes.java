package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import whetstone.model.policy.AreaSpans;
import whetstone.model.policy.LabColour;
import whetstone.model.policy.PolicyInput;

/**
 * A policy's input transform as nodes: uint8 N x height x width x channels becomes float32 N x 3 x rows x columns. Every float32
 * operation is done in the order of {@link whetstone.model.policy.InputTransform}, so that both give the same bits: an average that lies
 * on the edge between two 8-bit values would otherwise be rounded differently, and seen by the network.
 */
final class PictureNodes {
    private static final int CHANNELS = 3;

    private final Graph graph;
    private final PictureSize size;
    private final PolicyInput input;

    PictureNodes(Graph graph, PictureSize size, PolicyInput input) {
        this.graph = graph;
        this.size = size;
        this.input = input;
    }

    /** @return the name of float32 N x 3 x rows x columns */
    String transformed(String picture) {
        String pixels = size.width() == input.width() && size.height() == input.height()
                ? graph.cast(colour(picture), DataType.FLOAT) : averaged(colour(picture));
        String scaled = switch (input.colours()) {
            case LAB -> lab(pixels);
            case RGB -> graph.node("Sub", List.of(graph.node("Div", List.of(pixels, graph.number(127.5f))), graph.number(1)));
        };
        return graph.node("Transpose", scaled, Graph.Attribute.numbers("perm", 0, 3, 1, 2));
    }

    /** Grey becomes three equal channels; a fourth is left out. */
    private String colour(String picture) {
        return switch (size.channels()) {
            case 1 -> gather(picture, 3, 0, 0, 0);
            case 4 -> gather(picture, 3, 0, 1, 2);
            default -> picture;
        };
    }

    private String averaged(String picture) {
        String line = weighted(picture, 2, new AreaSpans(size.width(), input.width()));
        String sums = weighted(line, 1, new AreaSpans(size.height(), input.height()));
        String rounded = graph.node("Floor", graph.node("Add", List.of(sums, graph.number(0.5f))));
        return graph.node("Min", List.of(rounded, graph.number(255)));
    }

    private String weighted(String values, int axis, AreaSpans spans) {
        int before = axis == 1 ? size.height() : size.width();
        int ratio = before / spans.size();
        // Means over 2, 4, 8 ... whole pixels have no rounding on the way, so their order is free.
        return before == ratio * spans.size() && Integer.bitCount(ratio) == 1 && ratio <= 256
                ? mean(values, axis, spans.size(), ratio) : summed(values, axis, spans);
    }

    private String mean(String values, int axis, int after, int ratio) {
        return axis == 2 ? meanOfColumns(graph.cast(values, DataType.FLOAT), after, ratio)
                : graph.node("ReduceMean", graph.node("Reshape", List.of(values, graph.longs(0, after, ratio, input.width(), CHANNELS))),
                        Graph.Attribute.numbers("axes", 2), Graph.Attribute.number("keepdims", 0));
    }

    /** As a product with a matrix that adds up every third sample: several times faster than a reduction over so short an axis. */
    private String meanOfColumns(String values, int after, int ratio) {
        float[] matrix = new float[ratio * CHANNELS * CHANNELS];
        for (int row = 0; row < ratio * CHANNELS; row++) {
            matrix[row * CHANNELS + row % CHANNELS] = 1f / ratio;
        }
        String blocks = graph.node("Reshape", List.of(values, graph.longs(0, size.height(), after, ratio * CHANNELS)));
        return graph.node("MatMul", List.of(blocks, graph.floats(matrix, ratio * CHANNELS, CHANNELS)));
    }

    /** The sum of shares along one axis, one old pixel of every new one at a time. */
    private String summed(String values, int axis, AreaSpans spans) {
        int most = 0;
        for (int index = 0; index < spans.size(); index++) {
            most = Math.max(most, spans.end(index) - spans.first(index));
        }
        String sum = term(values, axis, spans, 0);
        for (int offset = 1; offset < most; offset++) {
            sum = graph.node("Add", List.of(sum, term(values, axis, spans, offset)));
        }
        return sum;
    }

    private String term(String values, int axis, AreaSpans spans, int offset) {
        int[] old = new int[spans.size()];
        float[] shares = new float[spans.size()];
        for (int index = 0; index < old.length; index++) {
            // Behind its last old pixel a new one takes none of its neighbour.
            boolean covered = spans.first(index) + offset < spans.end(index);
            old[index] = covered ? spans.first(index) + offset : spans.first(index);
            shares[index] = covered ? spans.share(index, old[index]) : 0;
        }
        long[] shape = {1, axis == 1 ? old.length : 1, axis == 2 ? old.length : 1, 1};
        return graph.node("Mul", List.of(graph.cast(gather(values, axis, old), DataType.FLOAT), graph.floats(shares, shape)));
    }

    private String lab(String pixels) {
        String linear = graph.node("Gather", List.of(graph.floats(LabColour.linearTable(), 256), graph.cast(pixels, DataType.INT32)));
        List<String> light = List.of(gather(linear, 3, 0), gather(linear, 3, 1), gather(linear, 3, 2));
        String x = root(graph.node("Div", List.of(mixed(light, 0.4124564f, 0.3575761f, 0.1804375f), graph.number(0.95047f))));
        String y = root(mixed(light, 0.2126729f, 0.7151522f, 0.0721750f));
        String z = root(graph.node("Div", List.of(mixed(light, 0.0193339f, 0.1191920f, 0.9503041f), graph.number(1.08883f))));
        String sixteenLess = graph.node("Sub", List.of(times(y, 116), graph.number(16)));
        String lightness = graph.node("Sub", List.of(graph.node("Div", List.of(sixteenLess, graph.number(50))), graph.number(1)));
        String a = times(graph.node("Sub", List.of(x, y)), 5);
        String b = times(graph.node("Sub", List.of(y, z)), 2);
        return graph.node("Concat", List.of(lightness, a, b), Graph.Attribute.number("axis", CHANNELS));
    }

    private String mixed(List<String> light, float red, float green, float blue) {
        String two = graph.node("Add", List.of(times(light.get(0), red), times(light.get(1), green)));
        return graph.node("Add", List.of(two, times(light.get(2), blue)));
    }

    private String times(String values, float factor) {
        return graph.node("Mul", List.of(values, graph.number(factor)));
    }

    /** The cube root by its table. */
    private String root(String t) {
        float[] table = LabColour.cubeRootTable();
        int steps = table.length - 1;
        float[] rise = new float[steps];
        for (int i = 0; i < steps; i++) {
            rise[i] = table[i + 1] - table[i];
        }
        String place = times(t, steps);
        String index = graph.node("Min", List.of(graph.cast(place, DataType.INT32), graph.integers(new int[] {steps - 1})));
        String part = graph.node("Sub", List.of(place, graph.cast(index, DataType.FLOAT)));
        String above = graph.node("Mul", List.of(part, graph.node("Gather", List.of(graph.floats(rise, steps), index))));
        return graph.node("Add", List.of(graph.node("Gather", List.of(graph.floats(table, table.length), index)), above));
    }

    private String gather(String values, int axis, int... indices) {
        return graph.node("Gather", List.of(values, graph.integers(indices, indices.length)), Graph.Attribute.number("axis", axis));
    }
}
