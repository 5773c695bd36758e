package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import whetstone.model.ActionSpec;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyJson;
import whetstone.model.policy.Weights;

/**
 * A policy as an ONNX model (operator set 17) that takes a camera's picture as it is: input {@code picture}, uint8 N x height x width x
 * channels, 0 to 255, RGB; output {@code action}, float32 N x dimensions, inside the action's bounds. Area averaging, colours and scaling
 * are part of the graph. Pure; any thread.
 */
public final class OnnxExport {
    public static final String INPUT = "picture";
    public static final String OUTPUT = "action";
    private static final int OPERATORS = 17;
    private static final int FORMAT = 8;

    private OnnxExport() {}

    /**
     * @param size of the camera's pictures
     * @param provenance further metadata, by key; keys of this class win
     * @throws IllegalArgumentException if the weights do not fit the description
     */
    public static byte[] write(PolicyDescription description, Weights weights, PictureSize size, Map<String, String> provenance) {
        Graph graph = new Graph("whetstone policy");
        graph.input(INPUT, DataType.UINT8, size.height(), size.width(), size.channels());
        String seen = new PictureNodes(graph, size, description.input()).transformed(INPUT);
        graph.output(new NetworkNodes(graph, description, weights).action(seen), OUTPUT, DataType.FLOAT, description.action().size());
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(FORMAT).setProducerName("Whetstone").setGraph(graph.build())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS));
        Map<String, String> metadata = new LinkedHashMap<>(provenance);
        metadata.putAll(described(description, size));
        metadata.forEach((key, value) -> model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    static ModelSession.Tensor input(PictureSize size) {
        return new ModelSession.Tensor(INPUT, OnnxJavaType.UINT8, 1, size.height(), size.width(), size.channels());
    }

    static ModelSession.Tensor output(PolicyDescription description) {
        return new ModelSession.Tensor(OUTPUT, OnnxJavaType.FLOAT, 1, description.action().size());
    }

    private static Map<String, String> described(PolicyDescription description, PictureSize size) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("whetstone.input", INPUT + ": uint8 [N, " + size.height() + ", " + size.width() + ", " + size.channels()
                + "], 0 to 255, " + (size.channels() == 1 ? "grey" : size.channels() == 3 ? "RGB" : "RGB and a channel that is ignored")
                + ", of the camera '" + description.input().camera() + "'");
        metadata.put("whetstone.output", OUTPUT + ": float32 [N, " + description.action().size() + "]: " + ranges(description.action()));
        metadata.put("whetstone.description", PolicyJson.write(description));
        return metadata;
    }

    private static String ranges(ActionSpec action) {
        return action.dimensions().stream().map(each -> each.name() + " " + each.low() + " to " + each.high())
                .collect(Collectors.joining(", "));
    }
}
