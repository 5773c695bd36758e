package whetstone.model.policy.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A model that others made, open in ONNX Runtime: its outputs have whatever size each run gives them. Owned by one thread. */
final class ForeignSession implements AutoCloseable {
    /** More values than this are no action. */
    private static final long MOST_OUTPUTS = 1_000_001;

    private final ByteBuffer input;
    private final Set<String> outputs;
    private final NativeModel held;
    private final Cleaner.Cleanable freeing;

    /** @throws IllegalStateException with a sentence where ONNX Runtime can't be loaded or can't open the model */
    ForeignSession(byte[] model, ModelSession.Tensor input, Set<String> outputs) {
        this.outputs = outputs;
        this.input = ByteBuffer.allocateDirect(input.bytes()).order(ByteOrder.nativeOrder());
        try {
            OrtSession session = OnnxRuntime.open(model);
            OnnxTensor in = OnnxTensor.createTensor(OnnxRuntime.environment(), this.input, input.shape(), input.type());
            held = new NativeModel(session, Map.of(input.name(), in), Map.of());
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime can't open the imported model: " + reason(failure), failure);
        }
        freeing = ModelSession.CLEANER.register(this, held::free);
    }

    ByteBuffer input() {
        return input.clear();
    }

    /** The values of each output that was asked for. @throws IllegalStateException with a sentence if the model fails, or gives no float32 */
    Map<String, float[]> run() {
        try (OrtSession.Result result = held.session().run(held.inputs(), outputs)) {
            Map<String, float[]> values = new HashMap<>();
            for (Map.Entry<String, OnnxValue> entry : result) {
                values.put(entry.getKey(), floats(entry.getKey(), entry.getValue()));
            }
            return values;
        } catch (OrtException failure) {
            throw new IllegalStateException("the imported model can't act on this picture: " + reason(failure), failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static float[] floats(String name, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT
                || tensor.getInfo().getNumElements() > MOST_OUTPUTS) {
            throw new IllegalStateException("the imported model's output '" + name + "' does not hold float32 values that could be an action");
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] copy = new float[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }

    /** ONNX Runtime's own words, of which the first line tells what the rest repeats. */
    private static String reason(OrtException failure) {
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return first.length() > 300 ? first.substring(0, 300) + "…" : first;
    }

    @Override
    public void close() {
        freeing.clean();
    }
}
