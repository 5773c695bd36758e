package whetstone.model.policy;

import whetstone.model.Action;
import whetstone.model.Observation;

/** What drives. One object serves one thread; a policy with memory opens a session per rollout. */
@FunctionalInterface
public interface Policy {
    Action act(Observation seen);

    /** A policy that remembers nothing of what was seen before; the same one where there is no memory. */
    default Policy session() {
        return this;
    }
}
