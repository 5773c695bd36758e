package whetstone.model.policy.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/** A graph in the making: every method appends a node or a constant and gives the name of its one result. */
final class Graph {
    private static final String BATCH = "N";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int names;

    Graph(String name) {
        graph.setName(name);
    }

    /** Declares an input of any number of rows. @param shape of one row */
    void input(String name, TensorProto.DataType type, int... shape) {
        graph.addInput(declared(name, type, shape));
    }

    /** Declares an output of any number of rows, which takes the place of a result. */
    void output(String result, String name, TensorProto.DataType type, int... shape) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(result).addOutput(name));
        graph.addOutput(declared(name, type, shape));
    }

    String node(String operator, List<String> inputs, Attribute... attributes) {
        String result = operator.toLowerCase(Locale.ROOT) + names++;
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName(result).addAllInput(inputs).addOutput(result);
        for (Attribute attribute : attributes) {
            node.addAttribute(attribute.proto());
        }
        graph.addNode(node);
        return result;
    }

    String node(String operator, String input, Attribute... attributes) {
        return node(operator, List.of(input), attributes);
    }

    String cast(String input, TensorProto.DataType to) {
        return node("Cast", input, Attribute.number("to", to.getNumber()));
    }

    /** A constant of float32 values. @param shape whose product is their number; none for a single value */
    String floats(float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(TensorProto.DataType.FLOAT, bytes, shape);
    }

    String number(float value) {
        return floats(new float[] {value});
    }

    String doubles(double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return constant(TensorProto.DataType.DOUBLE, bytes, shape);
    }

    String integers(int[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return constant(TensorProto.DataType.INT32, bytes, shape);
    }

    /** A list of int64 values. */
    String longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(TensorProto.DataType.INT64, bytes, values.length);
    }

    GraphProto build() {
        return graph.build();
    }

    private String constant(TensorProto.DataType type, ByteBuffer values, long... shape) {
        String name = "constant" + names++;
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(values.array()));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static ValueInfoProto declared(String name, TensorProto.DataType type, int... shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        for (int size : shape) {
            sizes.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(sizes))).build();
    }

    /** A fixed property of a node. */
    record Attribute(AttributeProto proto) {
        static Attribute number(String name, long value) {
            return new Attribute(AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build());
        }

        static Attribute numbers(String name, long... values) {
            AttributeProto.Builder proto = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
            for (long value : values) {
                proto.addInts(value);
            }
            return new Attribute(proto.build());
        }
    }
}
