package whetstone.app.label;

import java.util.Optional;
import whetstone.app.Words;
import whetstone.labelling.trial.TrialDriver;
import whetstone.labelling.trial.TrialOutcome;

/** What a trial is called in words, and in which style. Pure. */
final class TrialWording {
    private final Words words;

    TrialWording(Words words) {
        this.words = words;
    }

    /** One word for the outcome: "recovers", "falls". */
    String outcome(TrialOutcome outcome) {
        return words.get("tried." + style(outcome));
    }

    /** The style class, and the last part of the key: recovers, falls, falls-after (the policy fell behind the labels), unfinished. */
    static String style(TrialOutcome outcome) {
        return switch (outcome) {
            case TrialOutcome.Recovers _ -> "recovers";
            case TrialOutcome.Falls(double _, TrialDriver by) when by == TrialDriver.POLICY -> "falls-after";
            case TrialOutcome.Falls _ -> "falls";
            case TrialOutcome.Unfinished _ -> "unfinished";
        };
    }

    static String style(TrialMark mark) {
        return mark.ofPolicyAlone() && mark.outcome() instanceof TrialOutcome.Falls ? "falls" : style(mark.outcome());
    }

    /** The word beside a mark: whose trial it was where it was not the labels'. */
    String mark(TrialMark mark) {
        String policy = policy(mark.policy());
        return mark.ofPolicyAlone() ? words.get("tried.mark.policy." + style(mark), policy)
                : words.get("tried.mark." + style(mark), policy);
    }

    /** A sentence or two. */
    String tooltip(TrialMark mark) {
        String who = mark.ofPolicyAlone() ? words.get("tried.who.policy", policy(mark.policy()), mark.tick())
                : words.get("tried.who.labels", mark.tick());
        return who + "\n" + words.get("tried.tip." + style(mark), mark.outcome().seconds(), policy(mark.policy()));
    }

    String steers(TrialDriver by, Optional<String> policy) {
        return switch (by) {
            case LABELS -> words.get("tried.steers.labels");
            case POLICY -> words.get("tried.steers.policy", policy(policy));
        };
    }

    private String policy(Optional<String> name) {
        return name.orElse(words.get("tried.noPolicy"));
    }
}
