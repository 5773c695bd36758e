package whetstone.model.policy.onnx;

import java.nio.ByteBuffer;
import java.util.Map;
import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.policy.AreaAverage;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.Weights;

/**
 * A policy of our own that acts through ONNX Runtime by its own export, made for pictures of its input's size. Pictures of other
 * sizes are averaged before, to the same 8-bit values, so that one graph serves every camera. Owned by one thread.
 */
final class OnnxPolicy implements Policy {
    private static final int CHANNELS = 3;

    private final PolicyDescription description;
    private final PolicyInput seenAs;
    private final int[] pixels;
    private final ModelSession session;
    private AreaAverage average;

    /**
     * @throws IllegalArgumentException if the weights do not fit the description
     * @throws IllegalStateException with a sentence where ONNX Runtime can't be loaded or can't open the export
     */
    OnnxPolicy(PolicyDescription description, Weights weights) {
        this.description = description;
        seenAs = description.input();
        pixels = new int[seenAs.size()];
        average = new AreaAverage(seenAs.width(), seenAs.height(), seenAs.width(), seenAs.height());
        PictureSize size = new PictureSize(seenAs.width(), seenAs.height(), CHANNELS);
        session = ModelSession.open(OnnxExport.write(description, weights, size, Map.of()), OnnxExport.input(size),
                OnnxExport.output(description));
    }

    /** @throws IllegalArgumentException if the camera is missing or its picture is neither grey nor colour */
    @Override
    public Action act(Observation seen) {
        see(seen.picture(seenAs.camera()));
        return description.action().clamp(session.run());
    }

    private void see(Picture picture) {
        PictureSize size = PictureSize.of(picture);
        if (!average.serves(picture)) {
            average = new AreaAverage(size.width(), size.height(), seenAs.width(), seenAs.height());
        }
        average.reduce(picture, pixels);
        ByteBuffer input = session.input();
        for (int pixel : pixels) {
            input.put((byte) pixel);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
