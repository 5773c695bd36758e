package whetstone.model;

import java.util.Map;

/** A recording, read by tick: in memory or in the dataset file. Safe to read from any thread. */
public interface Rollout {
    RolloutInfo info();

    /** Number of steps. */
    int length();

    /** @throws IndexOutOfBoundsException unless 0 &lt;= tick &lt; length */
    Step step(int tick);

    /** The step without its pictures, for who needs only actions, states and events: fast where the pictures are in a file. */
    default Step withoutPictures(int tick) {
        Step step = step(tick);
        return new Step(step.tick(), new Observation(Map.of(), step.seen().state()), step.learnerAction(), step.executedAction(),
                step.control(), step.expertAction(), step.events(), step.state());
    }
}
