package whetstone.labelling;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One round of DAgger as it can be rebuilt.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param number from 1
 * @param labels labelled frames that the new policy was trained on, of all rounds so far
 * @param settings the training request as JSON
 * @param fallsPerLap held-out result of the new policy, with its 95 % interval, where it was driven
 * @param cloning the behaviour-cloning control at the same number of labels, where it was driven
 */
public record Round(long id, int number, OptionalLong parentPolicy, OptionalLong newPolicy, List<Long> rollouts, int labels,
                    String settings, long seed, OptionalDouble heldOutLoss, Measured fallsPerLap, Measured cloning, Instant at) {
    public Round {
        rollouts = List.copyOf(rollouts);
    }

    /** A measured mean with its 95 % interval over a number of laps; no laps means not measured. */
    public record Measured(double mean, double low, double high, int laps) {
        public static final Measured NOT = new Measured(Double.NaN, Double.NaN, Double.NaN, 0);
    }
}
