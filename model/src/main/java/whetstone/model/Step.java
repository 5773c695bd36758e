package whetstone.model;

import java.util.Optional;
import java.util.Set;

/**
 * One tick of a rollout.
 *
 * @param tick 0 at the rollout's start
 * @param seen the observation on which the actions were decided
 * @param learnerAction what the learner wanted, where one was asked
 * @param executedAction what was done, where the recording knows it
 * @param control who was in control
 * @param expertAction what a program expert advised at this state, where one was asked
 * @param events what this tick's action led to
 * @param state the environment's state before the action, where it can be saved
 */
public record Step(int tick, Observation seen, Optional<Action> learnerAction, Optional<Action> executedAction, Control control,
                   Optional<Action> expertAction, Set<Event> events, Optional<EnvironmentState> state) {
    public Step {
        if (tick < 0) {
            throw new IllegalArgumentException("tick " + tick + " is before the rollout's start");
        }
        events = Set.copyOf(events);
    }
}
