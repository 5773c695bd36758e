package whetstone.labelling;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A round's policy trained once more without some of its labels, to see what they bought.
 *
 * @param labels that remained
 * @param disagreement of the policy without them, on the frames of the round's own {@link Round.Disagreement}, where it was measured
 * @param fallsPerLap held-out result of the policy without them, where it was driven
 */
public record Ablation(Without without, int labels, OptionalDouble disagreement, Round.Measured fallsPerLap, Instant at) {
    public Ablation {
        if (labels < 0) {
            throw new IllegalArgumentException("an ablation can't leave " + labels + " labels");
        }
    }

    /** Whose labels were left out. */
    public sealed interface Without {
        record Expert(String name) implements Without {}

        /** @param id of the {@link whetstone.labelling.Sitting} */
        record Sitting(long id) implements Without {}

        /** @param number of the {@link whetstone.labelling.Round} */
        record Round(int number) implements Without {}
    }
}
