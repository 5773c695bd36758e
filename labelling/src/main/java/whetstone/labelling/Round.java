package whetstone.labelling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One round of DAgger as it can be rebuilt, and what it bought.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param number from 1
 * @param labels labelled frames that the new policy was trained on, of all rounds so far
 * @param settings the training request as JSON
 * @param fallsPerLap held-out result of the new policy, with its 95 % interval, where it was driven
 * @param cloning the behaviour-cloning control at the same number of labels, where it was driven
 * @param disagreement with the labels on held-out frames, before and after
 * @param ablations oldest first
 */
public record Round(long id, int number, OptionalLong parentPolicy, OptionalLong newPolicy, List<Long> rollouts, int labels,
                    String settings, long seed, OptionalDouble heldOutLoss, Measured fallsPerLap, Measured cloning, Instant at,
                    Disagreement disagreement, List<Ablation> ablations) {
    public Round {
        rollouts = List.copyOf(rollouts);
        ablations = List.copyOf(ablations);
    }

    /** A round of which nothing more is known yet. */
    public Round(long id, int number, OptionalLong parentPolicy, OptionalLong newPolicy, List<Long> rollouts, int labels,
                 String settings, long seed, OptionalDouble heldOutLoss, Measured fallsPerLap, Measured cloning, Instant at) {
        this(id, number, parentPolicy, newPolicy, rollouts, labels, settings, seed, heldOutLoss, fallsPerLap, cloning, at,
                Disagreement.NOT, List.of());
    }

    public Round withId(long newId) {
        return new Round(newId, number, parentPolicy, newPolicy, rollouts, labels, settings, seed, heldOutLoss, fallsPerLap, cloning, at,
                disagreement, ablations);
    }

    public Round withResult(Measured newFallsPerLap, Measured newCloning) {
        return new Round(id, number, parentPolicy, newPolicy, rollouts, labels, settings, seed, heldOutLoss, newFallsPerLap, newCloning,
                at, disagreement, ablations);
    }

    public Round withDisagreement(Disagreement newDisagreement) {
        return new Round(id, number, parentPolicy, newPolicy, rollouts, labels, settings, seed, heldOutLoss, fallsPerLap, cloning, at,
                newDisagreement, ablations);
    }

    /** This round with one more ablation. */
    public Round plus(Ablation ablation) {
        List<Ablation> more = new ArrayList<>(ablations);
        more.add(ablation);
        return new Round(id, number, parentPolicy, newPolicy, rollouts, labels, settings, seed, heldOutLoss, fallsPerLap, cloning, at,
                disagreement, more);
    }

    /** A measured mean with its 95 % interval over a number of laps; no laps means not measured. */
    public record Measured(double mean, double low, double high, int laps) {
        public static final Measured NOT = new Measured(Double.NaN, Double.NaN, Double.NaN, 0);
    }

    /**
     * How far a policy is from the labels on labelled frames that it was not trained on: the mean absolute difference of the commands.
     *
     * @param before of the parent policy, NaN where there was none
     * @param after of the new policy
     * @param frames labelled and held out; none means not measured
     */
    public record Disagreement(double before, double after, int frames) {
        public static final Disagreement NOT = new Disagreement(Double.NaN, Double.NaN, 0);

        public Disagreement {
            if (frames < 0 || before < 0 || after < 0) {
                throw new IllegalArgumentException("a disagreement of " + before + " and " + after + " on " + frames
                        + " frames is not possible");
            }
        }
    }
}
