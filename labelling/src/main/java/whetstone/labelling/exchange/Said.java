package whetstone.labelling.exchange;

import java.util.Optional;
import whetstone.model.Action;

/**
 * What a person said of one frame, as far as it is in force.
 *
 * @param action what is to be imitated: the correction as it was meant (repaired), the learner's own action where it was approved;
 *     empty for a rejection
 * @param raw what the stick said, for a correction
 * @param repair version of the repair between the two; 0 where nothing was repaired
 * @param trust how far the label can be trusted, 0 to 1; 1 where nothing is known
 */
public record Said(Kind kind, Optional<Action> action, Optional<Action> raw, String expert, int repair, double trust) {
    /** The kinds of labels. */
    public enum Kind { CORRECTION, APPROVAL, REJECTION }

    public Said {
        if (kind == Kind.CORRECTION && action.isEmpty()) {
            throw new IllegalArgumentException("a correction by '" + expert + "' says no action");
        }
        if (!(trust >= 0 && trust <= 1)) {
            throw new IllegalArgumentException("a trust of " + trust + " is not between 0 and 1");
        }
    }

    /** A label of which only the action is known. */
    public static Said correction(Action action, String expert) {
        return new Said(Kind.CORRECTION, Optional.of(action), Optional.of(action), expert, 0, 1);
    }
}
