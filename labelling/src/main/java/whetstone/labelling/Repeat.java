package whetstone.labelling;

import java.time.Instant;

/**
 * A stretch that was shown to an expert again without saying so. What he labels there from {@code shownAt} on is compared with what lay
 * there before: his own label (test-retest) or another's (between experts). The labels themselves are ordinary journal entries.
 *
 * @param id given by the dataset file; 0 before it is saved
 */
public record Repeat(long id, String expert, long rollout, TickRange range, Instant shownAt) {
    public Repeat withId(long newId) {
        return new Repeat(newId, expert, rollout, range, shownAt);
    }
}
