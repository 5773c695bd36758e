package whetstone.app.label;

import whetstone.labelling.TickRange;

/**
 * One clip of the queue as its list shows it.
 *
 * @param reason why it is worth labelling, in a few words
 * @param urgent the reason is a fall
 * @param share of the queue's most valuable clip, 0 to 1
 */
record QueueEntry(long rollout, TickRange range, double ticksPerSecond, String reason, boolean urgent, double share) {
    double seconds() {
        return range.length() / ticksPerSecond;
    }

    boolean sameClip(QueueEntry other) {
        return rollout == other.rollout && range.equals(other.range);
    }
}
