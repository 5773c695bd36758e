package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.trial.Trial;
import whetstone.labelling.trial.TrialOutcome;

/**
 * What a trial said of the tick it was tried from.
 *
 * @param policy the name of the policy that drove, alone or behind the labels
 * @param labels the journal's entries that were tried, tick by tick; empty where the policy drove alone
 * @param outcome of the labels, or of the policy alone
 * @param then how the policy did that went on behind the labels
 */
record TrialMark(int tick, Optional<String> policy, List<Long> labels, TrialOutcome outcome, Optional<TrialOutcome> then) {
    /** @param labelled how many ticks the labels were to steer */
    static TrialMark of(int tick, Optional<String> policy, LabelTrack track, int labelled, Trial.Result result) {
        return new TrialMark(tick, policy, entries(track, tick, labelled), result.outcome(),
                result.ofPolicy().filter(_ -> result.ofLabels().isPresent()));
    }

    boolean ofPolicyAlone() {
        return labels.isEmpty();
    }

    /** Whether the labels that were tried are still the ones in force. */
    boolean holds(LabelTrack track) {
        return labels.equals(entries(track, tick, labels.size()));
    }

    /** Whether this is a newer answer to the same question. */
    boolean replaces(TrialMark older) {
        return tick == older.tick && ofPolicyAlone() == older.ofPolicyAlone() && (!ofPolicyAlone() || policy.equals(older.policy));
    }

    private static List<Long> entries(LabelTrack track, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(tick -> track.entry(tick).map(JournalEntry.Labelled::id).orElse(0L)).toList();
    }
}
