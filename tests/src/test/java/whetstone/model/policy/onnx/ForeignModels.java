package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import whetstone.model.ActionSpec;
import whetstone.model.policy.ForeignMapping;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.ForeignMapping.Source;
import whetstone.model.policy.ForeignMapping.Values;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;

/** Small models such as others might make, of 4 x 3 pictures. */
public final class ForeignModels {
    static final ActionSpec WIDE = new ActionSpec(List.of(new ActionSpec.Dimension("steer", -1000, 1000)));

    private ForeignModels() {}

    /** Gives the mean of every channel that it is given. */
    static byte[] channelMeans(Layout layout, int channels) {
        Graph graph = new Graph("means");
        boolean first = layout == Layout.CHANNELS_FIRST;
        graph.input("image", DataType.FLOAT, first ? new int[] {channels, 3, 4} : new int[] {3, 4, channels});
        String means = graph.node("ReduceMean", "image", Graph.Attribute.numbers("axes", first ? new long[] {2, 3} : new long[] {1, 2}),
                Graph.Attribute.number("keepdims", 0));
        graph.output(means, "means", DataType.FLOAT, channels);
        return model(graph).toByteArray();
    }

    /** Does one more thing with the means. */
    static byte[] means(UnaryOperator<String> operator, Graph graph) {
        graph.input("image", DataType.FLOAT, 3, 3, 4);
        String means = graph.node("ReduceMean", "image", Graph.Attribute.numbers("axes", 2, 3), Graph.Attribute.number("keepdims", 0));
        graph.output(operator.apply(means), "means", DataType.FLOAT, 3);
        return model(graph).toByteArray();
    }

    static ModelProto model(Graph graph) {
        return ModelProto.newBuilder().setIrVersion(8).setProducerName("somebody").setGraph(graph.build())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17)).build();
    }

    /** One of our own exports as somebody else would get it, for 40 x 30 pictures. */
    public static byte[] ownExport(PolicyVersion version) {
        return OnnxExport.write(version.description(), version.weights(), new PictureSize(40, 30, 3), Map.of());
    }

    public static PolicyDescription ownExport() {
        return new PolicyDescription(new PolicyInput("front", 40, 30, PolicyInput.ColourSpace.RGB), new Network.Foreign(
                new ForeignMapping("picture", Values.UINT8, Layout.CHANNELS_LAST, Colours.RGB, Range.BYTES, true,
                        List.of(new Source("action", 0, 1, 0)))), ActionSpec.STEER);
    }

    static PolicyDescription description(Layout layout, Colours colours, Range range, Source source) {
        return new PolicyDescription(new PolicyInput("front", 4, 3, PolicyInput.ColourSpace.RGB), new Network.Foreign(
                new ForeignMapping("image", Values.FLOAT32, layout, colours, range, true, List.of(source))), WIDE);
    }

    static ForeignPolicy policy(byte[] model, Layout layout, Colours colours, Range range, Source source) {
        return new ForeignPolicy(description(layout, colours, range, source), ForeignModel.of(model));
    }
}
