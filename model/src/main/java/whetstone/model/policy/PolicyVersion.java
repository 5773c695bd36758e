package whetstone.model.policy;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A trained policy with where it came from.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param parent the version that drove when the newest rollouts were gathered
 * @param round the DAgger round it was trained in, from 1
 * @param labels number of labelled frames it was trained on
 * @param heldOutLoss mean squared error on held-out rollouts
 */
public record PolicyVersion(long id, String name, OptionalLong parent, int round, PolicyDescription description, Weights weights,
                            long seed, int labels, OptionalDouble heldOutLoss, Instant trainedAt) {
    public PolicyVersion withId(long newId) {
        return new PolicyVersion(newId, name, parent, round, description, weights, seed, labels, heldOutLoss, trainedAt);
    }
}
