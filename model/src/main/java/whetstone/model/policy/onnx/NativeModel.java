package whetstone.model.policy.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/**
 * What of an open model lies outside Java's memory. Knows nothing of its owner, so that the owner can be collected.
 *
 * @param outputs that are filled by a run; empty where a run makes new ones
 */
record NativeModel(OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
    void free() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime could not free a policy: " + failure.getMessage(), failure);
        }
    }
}
