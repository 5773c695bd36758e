package whetstone.labelling.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelTrack;

/**
 * Keeps up every rollout's number of labels with its journal, in the same transaction. Remembers the labels of the rollout that was
 * labelled last, so that another label does not ask for every stroke again. Store thread.
 */
final class LabelCounts {
    private long rollout;
    private LabelTrack onDisk = LabelTrack.of(0, List.of());

    /** Appends entries to the journal of one rollout; gives them as saved. */
    List<JournalEntry> append(Handle handle, long to, List<? extends JournalEntry> entries) {
        // Read before this transaction's own entries: what is remembered stays true when the transaction fails.
        catchUp(handle, to);
        List<JournalEntry> saved = entries.stream().map(entry -> JournalTable.append(handle, entry)).toList();
        LabelTrack.Counts counts = onDisk.plus(saved).counts();
        RolloutTable.setLabelled(handle, to, counts.labelled(), counts.rejected());
        return saved;
    }

    private void catchUp(Handle handle, long wanted) {
        int length = RolloutTable.length(handle, wanted);
        if (rollout != wanted || onDisk.length() != length) {
            rollout = wanted;
            onDisk = LabelTrack.of(length, List.of());
        }
        long last = onDisk.journal().isEmpty() ? 0 : onDisk.journal().getLast().id();
        List<JournalEntry> since = JournalTable.entriesAfter(handle, wanted, last);
        if (!since.isEmpty()) {
            onDisk = onDisk.plus(since);
        }
    }
}
