package whetstone.labelling;

import whetstone.model.RolloutInfo;

/**
 * A rollout as a list shows it.
 *
 * @param falls number of fall events
 * @param labelled number of ticks with a correction or approval in force
 * @param rejected number of ticks with a rejection in force
 * @param deleted marked as deleted; it can be restored
 * @param finished false where the process ended while it was recorded
 */
public record RolloutSummary(long id, RolloutInfo info, int length, int falls, int labelled, int rejected, boolean deleted,
                             boolean finished) {
    public double seconds() {
        return length / info.environment().ticksPerSecond();
    }
}
