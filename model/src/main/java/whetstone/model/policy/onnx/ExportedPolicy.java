package whetstone.model.policy.onnx;

import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;

/** An export as a robot would run it: the camera's picture goes in untouched, and what comes out is not moved into bounds a second time. */
public final class ExportedPolicy implements Policy {
    private final PolicyDescription description;
    private final PictureSize size;
    private final ModelSession session;

    /**
     * @param model as {@link OnnxExport} wrote it for this description and size
     * @throws IllegalStateException with a sentence where ONNX Runtime can't be loaded or can't open the model
     */
    public ExportedPolicy(PolicyDescription description, byte[] model, PictureSize size) {
        this.description = description;
        this.size = size;
        this.session = ModelSession.open(model, OnnxExport.input(size), OnnxExport.output(description));
    }

    /** @throws IllegalArgumentException if the picture has another size, or the model gives an action out of its bounds */
    @Override
    public Action act(Observation seen) {
        Picture picture = seen.picture(description.input().camera());
        if (!PictureSize.of(picture).equals(size)) {
            throw new IllegalArgumentException("the model takes pictures of " + size + ", not " + PictureSize.of(picture));
        }
        session.input().put(picture.samples());
        return new Action(description.action(), session.run());
    }

    @Override
    public void close() {
        session.close();
    }
}
