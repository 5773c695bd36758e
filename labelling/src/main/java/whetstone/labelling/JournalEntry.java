package whetstone.labelling;

import java.time.Instant;

/**
 * One line of the append-only journal of a rollout's labels. Nothing is ever overwritten: undo and redo are entries too.
 * The id is given by the dataset file, ascending; 0 before it is saved.
 */
public sealed interface JournalEntry {
    long id();

    long rollout();

    String expert();

    Instant at();

    record Labelled(long id, long rollout, String expert, Instant at, Label label) implements JournalEntry {}

    /** Takes back the {@link Labelled} entry with id {@code entry}. */
    record Undone(long id, long rollout, String expert, Instant at, long entry) implements JournalEntry {}

    /** Brings back the {@link Labelled} entry with id {@code entry}. */
    record Redone(long id, long rollout, String expert, Instant at, long entry) implements JournalEntry {}
}
