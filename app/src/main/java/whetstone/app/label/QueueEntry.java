package whetstone.app.label;

import java.util.List;
import whetstone.labelling.TickRange;

/**
 * One clip of the queue as its list shows it.
 *
 * @param reasons why it is worth labelling, one or two, each in two or three words
 * @param explained the same in a sentence
 * @param urgent the reason is a fall
 * @param share of the queue's most valuable clip, 0 to 1
 */
record QueueEntry(long rollout, TickRange range, double ticksPerSecond, List<String> reasons, String explained, boolean urgent, double share) {
    QueueEntry {
        reasons = List.copyOf(reasons);
    }

    double seconds() {
        return range.length() / ticksPerSecond;
    }

    boolean sameClip(QueueEntry other) {
        return rollout == other.rollout && range.equals(other.range);
    }
}
