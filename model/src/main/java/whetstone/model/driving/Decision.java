package whetstone.model.driving;

import java.util.Optional;
import java.util.Set;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Event;

/**
 * What a driver decided at one tick, and what the others would have done.
 *
 * @param executed what the environment is given
 * @param learner what the learner wanted, where one was asked
 * @param expert what a program expert advised, where one was asked
 * @param control who was in control
 * @param events what the driver did beside: taking over, handing back
 */
public record Decision(Action executed, Optional<Action> learner, Optional<Action> expert, Control control, Set<Event> events) {
    public Decision {
        events = Set.copyOf(events);
    }

    public static Decision byPolicy(Action executed) {
        return new Decision(executed, Optional.of(executed), Optional.empty(), Control.POLICY, Set.of());
    }

    public static Decision byExpert(Action executed) {
        return new Decision(executed, Optional.empty(), Optional.of(executed), Control.EXPERT, Set.of());
    }
}
