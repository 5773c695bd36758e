package whetstone.model.driving;

import whetstone.model.Observation;

/** Whoever decides what is executed at each tick: a policy, an expert, a stick, a blend of them. One rollout, one thread. */
@FunctionalInterface
public interface Driver {
    Decision decide(Observation seen);
}
