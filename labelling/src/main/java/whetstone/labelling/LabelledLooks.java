package whetstone.labelling;

import java.util.ArrayList;
import java.util.List;
import whetstone.model.Action;

/** What the labels so far say: what labelled frames look like, and how to steer there. One thread. */
final class LabelledLooks {
    private final List<float[]> looks = new ArrayList<>();
    private final List<Float> steering = new ArrayList<>();
    private final List<Integer> blocks = new ArrayList<>();

    /** Takes in what is labelled of a rollout, or was driven by an expert. */
    void learn(long rollout, RolloutLooks seen, RolloutTrace trace, LabelTrack labels) {
        for (int i = 0; i < seen.count(); i++) {
            int tick = seen.tick(i);
            float steer = tick < trace.length() ? wanted(tick, trace, labels) : Float.NaN;
            if (!Float.isNaN(steer)) {
                looks.add(seen.get(i));
                steering.add(steer);
                // Some seconds that lie behind each other are one experience.
                blocks.add(Math.toIntExact(rollout % 100_000) * 1_000 + i / 8 % 1_000);
            }
        }
    }

    private static float wanted(int tick, RolloutTrace trace, LabelTrack labels) {
        return labels.label(tick).map(label -> switch (label) {
            case Label.Correction _ -> labels.correction(tick).map(Action::steer).orElse(Float.NaN);
            case Label.Approval _ -> trace.learner(tick);
            case Label.Rejection _ -> Float.NaN;
        }).orElseGet(() -> trace.expertDrove(tick) ? trace.executed(tick) : Float.NaN);
    }

    Doubt doubt() {
        return new Doubt(new LabelEnsemble(looks, steering, blocks), looks);
    }

    Novelty novelty() {
        return new Novelty(looks, blocks);
    }
}
