package whetstone.model.learning;

import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;

/** Ridge regression that keeps its Gram matrix between rounds, so a round costs its own examples and one solution. */
public final class RidgeLearner implements Learner {
    private final PolicyDescription description;
    private final RidgeInput input;
    private final RidgeRegression regression;
    private final long seed;
    private final InstantSource clock;
    private int added;

    /** @param threads processor cores that adding and solving may take */
    public RidgeLearner(PolicyDescription description, long seed, int threads, InstantSource clock) {
        this.description = description;
        this.input = new RidgeInput(description);
        this.regression = input.regression(threads);
        this.seed = seed;
        this.clock = clock;
    }

    @Override
    public PolicyVersion learn(Examples all, int round, OptionalLong parent) {
        while (added < all.size()) {
            input.add(all.get(added++), regression);
        }
        return new PolicyVersion(round, "round " + round, parent, round, description,
                input.solve(regression).orElseThrow(() -> new TrainingException(RidgeInput.NO_SOLUTION)),
                seed, added, OptionalDouble.empty(), clock.instant());
    }

    @Override
    public Policy policy(PolicyVersion version) {
        return new RidgePolicy(version.description(), version.weights());
    }
}
