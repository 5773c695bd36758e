package whetstone.app.watch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import whetstone.app.Words;
import whetstone.labelling.RolloutWriter;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Step;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Environment;

/** One drive from a reset on, counted as it goes and recorded while a writer is there. Drive thread. */
final class Ride implements AutoCloseable {
    private final Environment environment;
    private final EnvironmentSpec spec;
    private final WhoDrives who;
    private final TakeOver driver;
    private final Function<Observation, OptionalDouble> doubt;
    private final Drive drive;
    private Optional<RolloutWriter> recording = Optional.empty();
    private int recorded;
    private int ticks;
    private int falls;
    private int laps;

    /** @param who is driven by @param driver drives as that one would @param doubt asked for what is seen at every tick */
    Ride(Environment environment, long seed, WhoDrives who, TakeOver driver, Function<Observation, OptionalDouble> doubt) {
        this.environment = environment;
        this.spec = environment.spec();
        this.who = who;
        this.driver = driver;
        this.doubt = doubt;
        this.drive = new Drive(environment, driver, seed, true);
    }

    EnvironmentSpec spec() {
        return spec;
    }

    WhoDrives who() {
        return who;
    }

    void handBack() {
        driver.handBack();
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
        return ended.map(writer -> writer.finish().thenApply(Optional::of)).orElse(CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Drives one tick on. */
    Frame tick() {
        Step step = drive.tick();
        ticks++;
        falls += step.events().contains(Event.FALL) ? 1 : 0;
        laps += step.events().contains(Event.LAP) ? 1 : 0;
        recording.ifPresent(writer -> {
            writer.append(new Step(recorded, step.seen(), step.learnerAction(), step.executedAction(), step.control(), step.expertAction(),
                    step.events(), step.state()));
            recorded++;
        });
        return frame(step.learnerAction(), step.executedAction().orElseThrow(), step.control());
    }

    /** What is seen before the first tick. */
    Frame first() {
        return frame(Optional.empty(), spec.action().neutral(), Control.UNKNOWN);
    }

    /** What is to be said when the episode is over. */
    String lastSentence(Words words) {
        return drive.rewards().isPresent() ? words.get("said.overWithReturn", drive.rewards().getAsDouble()) : words.get("said.over");
    }

    boolean over() {
        return drive.over();
    }

    @Override
    public void close() {
        driver.close();
        environment.close();
    }

    private Frame frame(Optional<Action> wanted, Action executed, Control control) {
        Observation seen = drive.seen();
        OptionalDouble learner = wanted.map(action -> OptionalDouble.of(action.steer())).orElse(OptionalDouble.empty());
        return new Frame(seen.picture(spec.frontCamera().name()), ticks, ticks / spec.ticksPerSecond(), learner, executed.steer(), control,
                spec.state(seen, EnvironmentSpec.SPEED, spec.vehicle().nominalSpeed()), falls, laps, drive.metres(),
                drive.rewards(), doubt.apply(seen), recorded);
    }
}
