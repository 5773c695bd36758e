package whetstone.app.watch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.RolloutWriter;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Step;
import whetstone.model.environment.Environment;
import whetstone.model.expert.Expert;
import whetstone.model.policy.Policy;

/**
 * One drive from a reset on, tick by tick. The policy or the expert drives until the person moves the stick; then the person drives until
 * the wheel is handed back. While a writer is there every tick is recorded, with what the learner wanted and what was done. Drive thread.
 */
final class Ride implements AutoCloseable {
    private final Environment environment;
    private final EnvironmentSpec spec;
    private final Optional<Policy> learner;
    private final Optional<Expert> expert;
    private final Control whoDrives;
    private final Steering steering;
    private final Set<Event> changes = EnumSet.noneOf(Event.class);
    private Optional<RolloutWriter> recording = Optional.empty();
    private Observation seen;
    private Control control;
    private int tick;
    private int recorded;
    private int falls;
    private int laps;
    private double distance;

    /**
     * @param learner asked at every tick where it is given, whoever is in control
     * @param expert asked at every tick where it is given
     * @param whoDrives when the person does not
     */
    Ride(Environment environment, long seed, Optional<Policy> learner, Optional<Expert> expert, Control whoDrives, Steering steering) {
        this.environment = environment;
        this.spec = environment.spec();
        this.learner = learner.map(Policy::session);
        this.expert = expert;
        this.whoDrives = whoDrives;
        this.control = whoDrives;
        this.steering = steering;
        this.seen = environment.reset(seed);
        steering.rest();
    }

    double ticksPerSecond() {
        return spec.ticksPerSecond();
    }

    EnvironmentSpec spec() {
        return spec;
    }

    /** From the next tick on everything is recorded. */
    void record(RolloutWriter writer) {
        recording = Optional.of(writer);
        recorded = 0;
    }

    /** Ends the recording; completes with the rollout's id, or with empty where nothing was recorded. */
    CompletableFuture<Optional<Long>> endRecording() {
        Optional<RolloutWriter> ended = recording;
        recording = Optional.empty();
        recorded = 0;
        return ended.map(writer -> writer.finish().thenApply(Optional::of)).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** The policy or the expert drives again, until the stick is moved anew. */
    void handBack() {
        if (control != whoDrives) {
            control = whoDrives;
            changes.add(Event.HAND_BACK);
            steering.rest();
        }
    }

    /** Drives one tick on. */
    Frame drive() {
        if (control != Control.HUMAN && steering.moved()) {
            control = Control.HUMAN;
            changes.add(Event.TAKE_OVER);
        }
        Optional<Action> wanted = learner.map(policy -> policy.act(seen));
        Optional<Action> advised = expert.map(program -> program.advise(seen));
        double steered = steering.steer(1 / spec.ticksPerSecond());
        Action executed = switch (control) {
            case POLICY -> wanted.orElseThrow();
            case EXPERT -> advised.orElseThrow();
            case HUMAN, UNKNOWN -> steer(steered);
        };
        Observation decidedOn = seen;
        Optional<EnvironmentState> state = recording.isPresent() ? environment.save() : Optional.empty();
        Environment.Outcome outcome = environment.step(executed);
        seen = outcome.seen();
        tick++;
        count(outcome);
        keep(decidedOn, wanted, executed, advised, outcome, state);
        changes.clear();
        return frame(wanted, executed);
    }

    /** What is seen before the first tick. */
    Frame first() {
        return frame(Optional.empty(), spec.action().neutral());
    }

    @Override
    public void close() {
        environment.close();
    }

    private Action steer(double steer) {
        float[] values = spec.action().neutral().toArray();
        values[spec.action().indexOf("steer")] = (float) steer;
        return spec.action().clamp(values);
    }

    private void count(Environment.Outcome outcome) {
        falls += outcome.events().contains(Event.FALL) ? 1 : 0;
        laps += outcome.events().contains(Event.LAP) ? 1 : 0;
        distance += outcome.distance();
    }

    private void keep(Observation decidedOn, Optional<Action> wanted, Action executed, Optional<Action> advised,
                      Environment.Outcome outcome, Optional<EnvironmentState> state) {
        recording.ifPresent(writer -> {
            Set<Event> events = EnumSet.noneOf(Event.class);
            events.addAll(outcome.events());
            events.addAll(changes);
            writer.append(new Step(recorded, decidedOn, wanted, Optional.of(executed), control, advised, events, state));
            recorded++;
        });
    }

    private Frame frame(Optional<Action> wanted, Action executed) {
        OptionalDouble learnerSteer = wanted.map(action -> OptionalDouble.of(action.steer())).orElse(OptionalDouble.empty());
        return new Frame(seen.picture(spec.frontCamera().name()), tick, tick / spec.ticksPerSecond(), learnerSteer, executed.steer(), control,
                spec.state(seen, EnvironmentSpec.SPEED, spec.vehicle().nominalSpeed()), falls, laps, distance, recorded);
    }
}
