package whetstone.model.learning;

import java.util.OptionalLong;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/** What DAgger trains in each round, on everything gathered so far. One thread. */
public interface Learner {
    /**
     * @param all only grows from call to call
     * @param round from 1; also the new version's id
     * @throws TrainingException with a sentence if nothing usable comes of it
     */
    PolicyVersion learn(Examples all, int round, OptionalLong parent);

    /** A policy that acts with a version's weights; for one thread. */
    Policy policy(PolicyVersion version);
}
