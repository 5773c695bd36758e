package whetstone.model.driving;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Step;
import whetstone.model.environment.Environment;

/**
 * A driver in an environment, one tick at a call: the caller owns the pace (a timer, or as fast as it goes).
 * Every tick gives the step as it is recorded. Drive thread.
 */
public final class Drive {
    private final Environment environment;
    private final Driver driver;
    private final boolean savesStates;
    private Observation seen;
    private int ticks;
    private double metres;
    private OptionalDouble rewards = OptionalDouble.empty();
    private boolean over;

    /** @param savesStates whether each step keeps the environment's state, where it can be saved */
    public Drive(Environment environment, Driver driver, long seed, boolean savesStates) {
        this.environment = environment;
        this.driver = driver;
        this.savesStates = savesStates;
        this.seen = environment.reset(seed);
    }

    /** Decides, executes and says what happened. @throws IllegalStateException if the episode is over */
    public Step tick() {
        if (over) {
            throw new IllegalStateException("the episode is over after " + ticks + " ticks");
        }
        Observation before = seen;
        Optional<EnvironmentState> state = savesStates ? environment.save() : Optional.empty();
        Decision decision = driver.decide(before);
        Environment.Outcome outcome = environment.step(decision.executed());
        seen = outcome.seen();
        metres += outcome.distance();
        over = outcome.terminated();
        outcome.reward().ifPresent(reward -> rewards = OptionalDouble.of(rewards.orElse(0) + reward));
        return new Step(ticks++, before, decision.learner(), Optional.of(decision.executed()), decision.control(), decision.expert(),
                both(decision.events(), outcome.events()), state);
    }

    /** The next steps, fewer where the episode ends before. */
    public List<Step> ticks(int count) {
        List<Step> steps = new ArrayList<>(count);
        while (steps.size() < count && !over) {
            steps.add(tick());
        }
        return steps;
    }

    /** What the driver will be given at the next tick. */
    public Observation seen() {
        return seen;
    }

    /** Metres driven forward along the road so far. */
    public double metres() {
        return metres;
    }

    /** Sum of the rewards so far; empty where the environment gives none. */
    public OptionalDouble rewards() {
        return rewards;
    }

    public boolean over() {
        return over;
    }

    private static Set<Event> both(Set<Event> first, Set<Event> second) {
        Set<Event> all = EnumSet.noneOf(Event.class);
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
