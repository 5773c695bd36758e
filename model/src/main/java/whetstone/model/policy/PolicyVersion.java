package whetstone.model.policy;

import java.time.Instant;
import java.util.Optional;
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
 * @param trainedAt or imported
 * @param model the file of a policy that others made, of round 0
 */
public record PolicyVersion(long id, String name, OptionalLong parent, int round, PolicyDescription description, Weights weights,
                            long seed, int labels, OptionalDouble heldOutLoss, Instant trainedAt, Optional<ForeignModel> model) {
    public PolicyVersion {
        if (description.network() instanceof Network.Foreign && model.isEmpty()) {
            throw new IllegalArgumentException("the policy '" + name + "' was imported, but its model is missing");
        }
    }

    /** A policy that was trained here. */
    public PolicyVersion(long id, String name, OptionalLong parent, int round, PolicyDescription description, Weights weights, long seed,
                         int labels, OptionalDouble heldOutLoss, Instant trainedAt) {
        this(id, name, parent, round, description, weights, seed, labels, heldOutLoss, trainedAt, Optional.empty());
    }

    /** A policy that others made. */
    public static PolicyVersion imported(String name, PolicyDescription description, ForeignModel model, Instant at) {
        return new PolicyVersion(0, name, OptionalLong.empty(), 0, description, new Weights(), 0, 0, OptionalDouble.empty(), at,
                Optional.of(model));
    }

    public PolicyVersion withId(long newId) {
        return new PolicyVersion(newId, name, parent, round, description, weights, seed, labels, heldOutLoss, trainedAt, model);
    }
}
