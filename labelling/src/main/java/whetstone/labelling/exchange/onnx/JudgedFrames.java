package whetstone.labelling.exchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.policy.onnx.PictureSize;

/**
 * The frames that an export is judged on: recorded ones, taken evenly from all that have the right size, and where there are fewer than
 * wanted, noise, which holds what no camera saw. Read one at a time.
 */
final class JudgedFrames {
    private final Dataset dataset;
    private final String camera;
    private final PictureSize size;
    private final int count;
    private final List<RolloutSummary> rollouts = new ArrayList<>();
    private final long recorded;

    JudgedFrames(Dataset dataset, String camera, PictureSize size, int count) {
        this.dataset = dataset;
        this.camera = camera;
        this.size = size;
        this.count = count;
        dataset.rollouts().stream().filter(rollout -> !rollout.deleted()
                && CameraSize.size(rollout, camera).equals(Optional.of(size))).forEach(rollouts::add);
        recorded = rollouts.stream().mapToLong(RolloutSummary::length).sum();
    }

    /** How many of the frames were recorded. */
    int recorded() {
        return (int) Math.min(count, recorded);
    }

    Observation get(int index) {
        return index < recorded() ? recorded(index * recorded / recorded()) : noise(index);
    }

    private Observation recorded(long frame) {
        long before = 0;
        for (RolloutSummary rollout : rollouts) {
            if (frame < before + rollout.length()) {
                return dataset.rollout(rollout.id()).step((int) (frame - before)).seen();
            }
            before += rollout.length();
        }
        throw new IndexOutOfBoundsException("there is no frame " + frame + " among " + recorded);
    }

    private Observation noise(int index) {
        byte[] samples = new byte[size.samples()];
        new SplittableRandom(index).nextBytes(samples);
        return new Observation(Map.of(camera, new Picture(size.width(), size.height(), size.channels(), samples)), StateVector.EMPTY);
    }
}
