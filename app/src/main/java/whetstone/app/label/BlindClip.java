package whetstone.app.label;

import java.time.Instant;
import java.util.List;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;

/**
 * A clip that is labelled once more without sight of its labels: whatever was said of it before is as if it were not there until
 * something new is said of it. Pure.
 *
 * @param known length of the rollout's journal when the clip was shown
 */
record BlindClip(TickRange range, int known, Instant shownAt) {
    /** The labels that may be seen: all of them once the clip was labelled. */
    LabelTrack visible(LabelTrack all) {
        List<JournalEntry> since = all.journal().subList(known, all.journal().size());
        return isAnsweredBy(since) ? all : all.part(entry -> !says(entry));
    }

    boolean isAnsweredBy(List<? extends JournalEntry> entries) {
        return entries.stream().anyMatch(this::says);
    }

    private boolean says(JournalEntry entry) {
        return entry instanceof JournalEntry.Labelled labelled && labelled.label().range().overlaps(range);
    }
}
