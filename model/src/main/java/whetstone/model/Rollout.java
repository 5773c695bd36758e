package whetstone.model;

/** A recording, read by tick: in memory or in the dataset file. Safe to read from any thread. */
public interface Rollout {
    RolloutInfo info();

    /** Number of steps. */
    int length();

    /** @throws IndexOutOfBoundsException unless 0 &lt;= tick &lt; length */
    Step step(int tick);
}
