package whetstone.labelling;

import java.util.Optional;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.Rollout;
import whetstone.model.Step;

/**
 * A rollout's steering and events by tick, read once without its pictures, for timelines and for ranking clips. Immutable; the arrays
 * are owned by this trace.
 */
public final class RolloutTrace {
    private final double ticksPerSecond;
    private final float[] learner;
    private final float[] executed;
    private final float[] expert;
    private final boolean[] falls;
    private final boolean[] expertDrove;

    private RolloutTrace(int length, double ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
        this.learner = new float[length];
        this.executed = new float[length];
        this.expert = new float[length];
        this.falls = new boolean[length];
        this.expertDrove = new boolean[length];
    }

    /** Reads every step. */
    public static RolloutTrace of(Rollout rollout) {
        RolloutTrace trace = new RolloutTrace(rollout.length(), rollout.info().environment().ticksPerSecond());
        for (int tick = 0; tick < trace.length(); tick++) {
            Step step = rollout.withoutPictures(tick);
            trace.learner[tick] = steer(step.learnerAction());
            trace.executed[tick] = steer(step.executedAction());
            trace.expert[tick] = steer(step.expertAction());
            trace.falls[tick] = step.events().contains(Event.FALL);
            trace.expertDrove[tick] = step.executedAction().isPresent()
                    && (step.control() == Control.HUMAN || step.control() == Control.EXPERT);
        }
        return trace;
    }

    private static float steer(Optional<Action> action) {
        return action.map(Action::steer).orElse(Float.NaN);
    }

    public int length() {
        return learner.length;
    }

    public double ticksPerSecond() {
        return ticksPerSecond;
    }

    /** The learner's steering command, or NaN where none was asked. */
    public float learner(int tick) {
        return learner[tick];
    }

    /** The executed steering command, or NaN where the recording does not know it. */
    public float executed(int tick) {
        return executed[tick];
    }

    /** The learner's command, or what was executed where no learner was asked; NaN where neither is known. */
    public float driven(int tick) {
        return Float.isNaN(learner[tick]) ? executed[tick] : learner[tick];
    }

    /** What a program expert advised, or NaN where none was asked. */
    public float expert(int tick) {
        return expert[tick];
    }

    public boolean falls(int tick) {
        return falls[tick];
    }

    /** Whether a human or a program expert was in control, so that the executed action is a label already. */
    public boolean expertDrove(int tick) {
        return expertDrove[tick];
    }
}
