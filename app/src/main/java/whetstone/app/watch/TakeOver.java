package whetstone.app.watch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Driver;
import whetstone.model.expert.Expert;
import whetstone.model.policy.Policy;

/**
 * The policy or the program expert drives until the person moves the stick; then the person drives until the wheel is handed back.
 * Whoever is in control, the policy and the expert are asked at every tick, so that a recording holds what each wanted. Drive thread.
 */
final class TakeOver implements Driver, AutoCloseable {
    private final EnvironmentSpec spec;
    private final Optional<Policy> learner;
    private final Optional<Expert> expert;
    private final Control atFirst;
    private final Steering steering;
    private Control control;
    private boolean handedBack;

    /** @param atFirst who drives when the person does not: POLICY with a learner, EXPERT with an expert, or HUMAN */
    TakeOver(EnvironmentSpec spec, Optional<Policy> learner, Optional<Expert> expert, Control atFirst, Steering steering) {
        this.spec = spec;
        this.learner = learner.map(Policy::session);
        this.expert = expert;
        this.atFirst = atFirst;
        this.control = atFirst;
        this.steering = steering;
        steering.rest();
    }

    /** The policy or the expert drives again, until the stick is moved anew. */
    void handBack() {
        if (control != atFirst) {
            control = atFirst;
            handedBack = true;
            steering.rest();
        }
    }

    @Override
    public Decision decide(Observation seen) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        if (handedBack) {
            events.add(Event.HAND_BACK);
            handedBack = false;
        }
        if (control != Control.HUMAN && steering.moved()) {
            control = Control.HUMAN;
            events.add(Event.TAKE_OVER);
        }
        double steered = steering.steer(1 / spec.ticksPerSecond());
        Optional<Action> wanted = learner.map(policy -> policy.act(seen));
        Optional<Action> advised = expert.map(program -> program.advise(seen));
        Action executed = switch (control) {
            case POLICY -> wanted.orElseThrow();
            case EXPERT -> advised.orElseThrow();
            case HUMAN, UNKNOWN -> steer(steered, wanted.or(() -> advised).orElseGet(spec.action()::neutral));
        };
        return new Decision(executed, wanted, advised, control, events);
    }

    @Override
    public void close() {
        learner.ifPresent(Policy::close);
    }

    /** The person steers; whatever else there is to do stays as the policy or the expert would do it. */
    private Action steer(double steer, Action rest) {
        ActionSpec action = spec.action();
        float[] values = rest.toArray();
        values[action.indexOf("steer")] = (float) steer;
        return action.clamp(values);
    }
}
