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

    /**
     * What came of it. The labels are judged when they end, so that a policy that falls behind them does not speak against them.
     *
     * @param moments tick by tick; the last one is the last before a fall, where there is one
     * @param ofLabels how it stood when the labels were over; empty where none were tried
     * @param ofPolicy how it ended while the policy drove; empty where it never did
     */
    public record Result(List<Moment> moments, Optional<TrialOutcome> ofLabels, Optional<TrialOutcome> ofPolicy) {
        public Result {
            moments = List.copyOf(moments);
        }

        /** The labels' outcome, or where none were tried, the policy's. */
        public TrialOutcome outcome() {
            return ofLabels.or(() -> ofPolicy).orElseThrow();
        }
    }

    /**
     * @throws IllegalArgumentException if the state is another environment's
     * @throws IllegalStateException if the plan goes on behind its labels and there is no policy
     */
    public Result run(EnvironmentState start, TrialPlan plan) {
        Run run = new Run(environment.restore(start));
        int labelled = plan.labelled().size();
        while (!run.over && run.moments.size() < labelled && !cancelled.getAsBoolean()) {
            run.step(decide(run, plan));
        }
        Optional<TrialOutcome> ofLabels = labelled == 0 ? Optional.empty() : Optional.of(run.outcome(labelled));
        while (!run.over && run.moments.size() < plan.ticks() && !cancelled.getAsBoolean()) {
            run.step(decide(run, plan));
        }
        Optional<TrialOutcome> ofPolicy = run.moments.size() <= labelled && labelled > 0 ? Optional.empty()
                : Optional.of(run.outcome(plan.ticks()));
        return new Result(run.moments, ofLabels, ofPolicy);
    }

    private Moment decide(Run run, TrialPlan plan) {
        EnvironmentState state = environment.save().orElseThrow(() ->
                new IllegalArgumentException("'" + spec.name() + "' can't save its state"));
        Optional<Action> wanted = policy.map(driver -> driver.act(run.seen));
        int tick = run.moments.size();
        return tick < plan.labelled().size()
                ? new Moment(state, TrialDriver.LABELS, plan.labelled().get(tick).from(run.pose, spec.vehicle(), speed(run.seen)))
                : new Moment(state, TrialDriver.POLICY, wanted.orElseThrow(() ->
                        new IllegalStateException("the labels are over and no policy goes on")));
    }

    private double speed(Observation seen) {
        return spec.state(seen, EnvironmentSpec.SPEED, spec.vehicle().nominalSpeed());
    }

    /** How far it came. */
    private final class Run {
        private final List<Moment> moments = new ArrayList<>();
        private GroundPose pose = GroundPose.START;
        private Observation seen;
        private boolean fell;
        private boolean over;

        Run(Observation first) {
            seen = first;
        }

        void step(Moment moment) {
            moments.add(moment);
            pose = pose.after(spec.vehicle(), speed(seen), spec.state(seen, EnvironmentSpec.STEERING_ANGLE, 0), moment.action().steer(),
                    1 / spec.ticksPerSecond());
            Environment.Outcome outcome = environment.step(moment.action());
            seen = outcome.seen();
            fell = outcome.events().contains(Event.FALL);
            over = fell || outcome.terminated();
        }

        /** @param wanted ticks that it was to go on for */
        TrialOutcome outcome(int wanted) {
            double seconds = moments.size() / spec.ticksPerSecond();
            if (fell) {
                return new TrialOutcome.Falls(seconds);
            }
            boolean near = environment.offCentre().orElse(0) <= NEAR_THE_MIDDLE;
            return moments.size() == wanted && near ? new TrialOutcome.Recovers(seconds) : new TrialOutcome.Unfinished(seconds);
        }
    }
}
