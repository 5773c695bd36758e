package whetstone.labelling.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import whetstone.model.Action;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.environment.Environment;
import whetstone.model.environment.GroundPose;
import whetstone.model.policy.Policy;

/**
 * Runs an environment on from a recorded state and says how it ended. What is kept of each tick is the state before it, so that any
 * moment can be looked at again by restoring it, at a few bytes a tick. Touches neither the recording nor the dataset. One thread.
 */
public final class Trial {
    /** Half-way between the middle and the edge. */
    private static final double NEAR_THE_MIDDLE = 0.5;

    private final Environment environment;
    private final EnvironmentSpec spec;
    private final Optional<Policy> policy;
    private final BooleanSupplier cancelled;

    /**
     * @param environment that can save and restore its state, and is this trial's own
     * @param policy drives when the plan's labels are over; it sees every tick before, for a policy that remembers
     */
    public Trial(Environment environment, Optional<Policy> policy, BooleanSupplier cancelled) {
        this.environment = environment;
        this.spec = environment.spec();
        this.policy = policy.map(Policy::session);
        this.cancelled = cancelled;
    }

    /** @param state of the environment before the action was taken */
    public record Moment(EnvironmentState state, TrialDriver by, Action action) {}

    /** @param moments tick by tick; the last one is the last before a fall, where there is one */
    public record Result(List<Moment> moments, TrialOutcome outcome) {
        public Result {
            moments = List.copyOf(moments);
        }
    }

    /**
     * @throws IllegalArgumentException if the state is another environment's
     * @throws IllegalStateException if the plan goes on behind its labels and there is no policy
     */
    public Result run(EnvironmentState start, TrialPlan plan) {
        List<Moment> moments = new ArrayList<>();
        Observation seen = environment.restore(start);
        GroundPose pose = GroundPose.START;
        while (moments.size() < plan.ticks() && !cancelled.getAsBoolean()) {
            Moment moment = decide(seen, pose, plan, moments.size());
            moments.add(moment);
            pose = pose.after(spec.vehicle(), speed(seen), spec.state(seen, EnvironmentSpec.STEERING_ANGLE, 0), moment.action().steer(),
                    1 / spec.ticksPerSecond());
            Environment.Outcome outcome = environment.step(moment.action());
            seen = outcome.seen();
            double seconds = moments.size() / spec.ticksPerSecond();
            if (outcome.events().contains(Event.FALL)) {
                return new Result(moments, new TrialOutcome.Falls(seconds, moment.by()));
            }
            if (outcome.terminated()) {
                return new Result(moments, new TrialOutcome.Unfinished(seconds));
            }
        }
        return new Result(moments, ended(moments.size() == plan.ticks(), moments.size() / spec.ticksPerSecond()));
    }

    private Moment decide(Observation seen, GroundPose pose, TrialPlan plan, int tick) {
        EnvironmentState state = environment.save().orElseThrow(() ->
                new IllegalArgumentException("'" + spec.name() + "' can't save its state"));
        Optional<Action> wanted = policy.map(driver -> driver.act(seen));
        return tick < plan.labelled().size()
                ? new Moment(state, TrialDriver.LABELS, plan.labelled().get(tick).from(pose, spec.vehicle(), speed(seen)))
                : new Moment(state, TrialDriver.POLICY, wanted.orElseThrow(() ->
                        new IllegalStateException("the labels are over and no policy goes on")));
    }

    private double speed(Observation seen) {
        return spec.state(seen, EnvironmentSpec.SPEED, spec.vehicle().nominalSpeed());
    }

    private TrialOutcome ended(boolean whole, double seconds) {
        boolean near = environment.offCentre().orElse(0) <= NEAR_THE_MIDDLE;
        return whole && near ? new TrialOutcome.Recovers(seconds) : new TrialOutcome.Unfinished(seconds);
    }
}
