package whetstone.labelling.trust;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;

/**
 * What was said to be the right steering at a tick, and who said it: a correction's stroke, or the learner's own steering where that was
 * approved. A stroke is its giver's, also where another entered it to settle a disagreement.
 *
 * @param value [-1, 1]
 */
record Steering(String expert, double value) {
    /** @param learner the learner's steering at a tick, NaN where it is not known */
    static Optional<Steering> of(LabelTrack track, int tick, IntToDoubleFunction learner) {
        return track.entry(tick).flatMap(entry -> switch (entry.label()) {
            case Label.Correction correction -> track.correction(tick)
                    .map(action -> new Steering(correction.stroke().expert(), action.steer()));
            case Label.Approval _ -> approved(entry, learner.applyAsDouble(tick));
            case Label.Rejection _ -> Optional.empty();
        });
    }

    private static Optional<Steering> approved(JournalEntry.Labelled entry, double learner) {
        return Double.isNaN(learner) ? Optional.empty() : Optional.of(new Steering(entry.expert(), learner));
    }
}
