package whetstone.model.policy.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A model that is open in ONNX Runtime, with one input and one output tensor that are used again and again. Its memory lies outside Java's:
 * close it; where that is forgotten, it is freed with the object. Owned by one thread.
 */
final class ModelSession implements AutoCloseable {
    static final Cleaner CLEANER = Cleaner.create();

    private final ByteBuffer input;
    private final FloatBuffer output;
    private final NativeModel held;
    private final Cleaner.Cleanable freeing;

    private ModelSession(ByteBuffer input, FloatBuffer output, NativeModel held) {
        this.input = input;
        this.output = output;
        this.held = held;
        this.freeing = CLEANER.register(this, held::free);
    }

    /** One tensor: a value for every place of its shape. */
    record Tensor(String name, OnnxJavaType type, long... shape) {
        int bytes() {
            long count = type.size;
            for (long size : shape) {
                count = Math.multiplyExact(count, size);
            }
            return Math.toIntExact(count);
        }
    }

    /**
     * @param output float32
     * @throws IllegalStateException with a sentence where ONNX Runtime can't be loaded or can't open the model
     */
    static ModelSession open(byte[] model, Tensor input, Tensor output) {
        ByteBuffer given = ByteBuffer.allocateDirect(input.bytes()).order(ByteOrder.nativeOrder());
        FloatBuffer taken = ByteBuffer.allocateDirect(output.bytes()).order(ByteOrder.nativeOrder()).asFloatBuffer();
        try {
            OrtSession session = OnnxRuntime.open(model);
            OnnxTensor in = OnnxTensor.createTensor(OnnxRuntime.environment(), given, input.shape(), input.type());
            OnnxTensor out = OnnxTensor.createTensor(OnnxRuntime.environment(), taken, output.shape());
            return new ModelSession(given, taken, new NativeModel(session, Map.of(input.name(), in), Map.of(output.name(), out)));
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime could not open the policy: " + failure.getMessage(), failure);
        }
    }

    /** What the model is given, in its shape's order; to be filled before each run. */
    ByteBuffer input() {
        return input.clear();
    }

    /** @throws IllegalStateException with a sentence if the model fails on what it is given */
    float[] run() {
        try (OrtSession.Result result = held.session().run(held.inputs(), held.outputs())) {
            float[] values = new float[output.capacity()];
            assert result.size() == 1;
            output.get(0, values);
            return values;
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime could not compute the policy's action: " + failure.getMessage(), failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void close() {
        freeing.clean();
    }
}
