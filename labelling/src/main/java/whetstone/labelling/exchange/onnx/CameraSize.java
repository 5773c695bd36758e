package whetstone.labelling.exchange.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.onnx.PictureSize;

/** What size of pictures a policy's camera gives. */
public final class CameraSize {
    private CameraSize() {}

    /** The size that most recorded frames of the policy's camera have; of the policy's own input where the dataset has no such camera. */
    public static PictureSize of(Dataset dataset, PolicyInput input) {
        Map<PictureSize, Long> frames = new HashMap<>();
        for (RolloutSummary rollout : dataset.rollouts()) {
            if (!rollout.deleted()) {
                size(rollout, input.camera()).ifPresent(size -> frames.merge(size, (long) rollout.length(), Long::sum));
            }
        }
        return frames.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElseGet(() -> new PictureSize(input.width(), input.height(), 3));
    }

    /** Empty where the rollout has no such camera, or one whose pictures no graph takes. */
    static Optional<PictureSize> size(RolloutSummary rollout, String camera) {
        return rollout.info().environment().cameras().stream().filter(each -> each.name().equals(camera) && PictureSize.fits(each))
                .findFirst().map(PictureSize::of);
    }
}
