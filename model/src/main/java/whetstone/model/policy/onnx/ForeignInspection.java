package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import whetstone.model.policy.ForeignModel;

/**
 * What a model from outside says of itself, read in Java before anything native sees it. Refused with a sentence is what can't be an
 * honest picture-to-action model: data in other files, operators that are not ONNX's own, loops and branches, more nodes than any driver has.
 *
 * @param inputs those that are not constants of the model
 * @param model the bytes that ONNX Runtime may open: the parsed model written anew, without what was not understood
 */
public record ForeignInspection(List<Tensor> inputs, List<Tensor> outputs, byte[] model) {
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");
    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 64;

    /**
     * An input or output.
     *
     * @param type as ONNX calls it, in lower case: float, uint8, ...
     * @param shape sizes, empty where one is left open
     */
    public record Tensor(String name, String type, List<OptionalInt> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /** @throws IllegalArgumentException with a sentence where the model is refused */
    public static ForeignInspection of(byte[] bytes) {
        if (bytes.length > ForeignModel.MOST_BYTES) {
            throw new IllegalArgumentException("the model has " + bytes.length / 1_000_000 + " MB; at most "
                    + ForeignModel.MOST_BYTES / 1_000_000 + " MB can be imported");
        }
        ModelProto model = parsed(bytes);
        GraphProto graph = model.getGraph();
        refuseForeignOperators(model);
        graph.getNodeList().forEach(ForeignInspection::refuse);
        graph.getInitializerList().forEach(ForeignInspection::refuse);
        if (graph.getSparseInitializerCount() > 0 || model.getFunctionsCount() > 0 || model.getTrainingInfoCount() > 0) {
            throw new IllegalArgumentException("the model has sparse constants, functions of its own or training steps; export it plainly, for inference");
        }
        Set<String> constants = graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        List<Tensor> inputs = tensors(graph.getInputList().stream().filter(input -> !constants.contains(input.getName())).toList());
        List<Tensor> outputs = tensors(graph.getOutputList());
        if (inputs.isEmpty() || outputs.isEmpty() || graph.getNodeCount() == 0) {
            throw new IllegalArgumentException("the model has no input, no output or no operators: nothing that could drive");
        }
        return new ForeignInspection(inputs, outputs, model.toBuilder().clearMetadataProps().build().toByteArray());
    }

    private static ModelProto parsed(byte[] bytes) {
        try {
            CodedInputStream stream = CodedInputStream.newInstance(bytes);
            stream.setRecursionLimit(DEEPEST);
            ModelProto model = DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(stream);
            if (!model.hasGraph() || model.getOpsetImportCount() == 0) {
                throw new IllegalArgumentException("the file is no ONNX model: it names no operators");
            }
            return model;
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalArgumentException("the file is no ONNX model, or only a part of one", damaged);
        }
    }

    private static void refuseForeignOperators(ModelProto model) {
        GraphProto graph = model.getGraph();
        if (graph.getNodeCount() > MOST_NODES) {
            throw new IllegalArgumentException("the model has " + graph.getNodeCount() + " operators; at most " + MOST_NODES + " are taken");
        }
        graph.getNodeList().stream().map(NodeProto::getDomain).filter(domain -> !DOMAINS.contains(domain)).findFirst().ifPresent(domain -> {
            throw new IllegalArgumentException("the model needs operators of '" + shortened(domain) + "'; only those of ONNX itself are run here: "
                    + "export it with standard operators");
        });
    }

    private static void refuse(NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG() || attribute.getGraphsCount() > 0) {
                throw new IllegalArgumentException("the model has a loop or a branch (" + shortened(node.getOpType())
                        + "), which could run for ever; export it without");
            }
            refuse(attribute.getT());
            attribute.getTensorsList().forEach(ForeignInspection::refuse);
            if (attribute.hasSparseTensor() || attribute.getSparseTensorsCount() > 0) {
                throw new IllegalArgumentException("the model has sparse constants; export it plainly, for inference");
            }
        }
    }

    private static void refuse(TensorProto constant) {
        if (constant.getDataLocation() == TensorProto.DataLocation.EXTERNAL || constant.getExternalDataCount() > 0) {
            throw new IllegalArgumentException("the model keeps its weights in another file; export it as one file");
        }
        long values = 1;
        for (long size : constant.getDimsList()) {
            if (size < 0 || size > ForeignModel.MOST_BYTES || (values = values * size) > ForeignModel.MOST_BYTES) {
                throw new IllegalArgumentException("a constant of the model claims " + constant.getDimsList() + " values, more than the file holds");
            }
        }
    }

    private static List<Tensor> tensors(List<ValueInfoProto> values) {
        if (values.size() > 64) {
            throw new IllegalArgumentException("the model has " + values.size() + " inputs or outputs; at most 64 are taken");
        }
        List<Tensor> tensors = new ArrayList<>();
        for (ValueInfoProto value : values) {
            TypeProto.Tensor type = value.getType().getTensorType();
            Optional<TensorProto.DataType> known = Optional.ofNullable(TensorProto.DataType.forNumber(type.getElemType()));
            tensors.add(new Tensor(value.getName(), known.map(Enum::name).orElse("UNKNOWN").toLowerCase(Locale.ROOT),
                    type.getShape().getDimList().stream().map(ForeignInspection::size).toList()));
        }
        return tensors;
    }

    private static OptionalInt size(TensorShapeProto.Dimension dimension) {
        long value = dimension.getDimValue();
        return value > 0 && value <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
    }
}
