package whetstone.app;

import java.util.Optional;
import whetstone.labelling.Round;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.learning.HeldOutSplit;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * How far policies are from the labels on the frames that a round held out: the mean absolute difference in steering. The parent may have
 * learned from some of these frames in its own round, so what the new policy gained is at least what is shown. Train thread.
 */
public final class LabelDisagreement {
    /** More frames than this say hardly more; they are taken evenly from all. */
    private static final int MOST_FRAMES = 2_000;

    private final Trainers trainers;

    public LabelDisagreement(Trainers trainers) {
        this.trainers = trainers;
    }

    /** @param request what the new policy was trained with */
    public Round.Disagreement measure(Optional<PolicyVersion> parent, PolicyVersion trained, Trainer.Request request) {
        int[] frames = heldOut(request.examples(), request.heldOutShare(), request.seed());
        return frames.length == 0 ? Round.Disagreement.NOT : new Round.Disagreement(
                parent.map(version -> of(version, request.examples(), frames)).orElse(Double.NaN),
                of(trained, request.examples(), frames), frames.length);
    }

    /** The frames by which a round is judged, at most 2,000. */
    static int[] heldOut(Examples examples, double share, long seed) {
        int[] all = HeldOutSplit.byRollout(examples, share, seed).heldOut();
        int stride = Math.max(1, (all.length + MOST_FRAMES - 1) / MOST_FRAMES);
        int[] some = new int[(all.length + stride - 1) / stride];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i * stride];
        }
        return some;
    }

    /** @param frames indices into the examples, at least one */
    double of(PolicyVersion version, Examples examples, int[] frames) {
        double sum = 0;
        try (Policy policy = trainers.policy(version)) {
            for (int index : frames) {
                Example example = examples.get(index);
                sum += Math.abs(policy.act(example.seen()).steer() - example.wanted().steer());
            }
        }
        return sum / frames.length;
    }
}
