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

    /** The style class, and the last part of the key: recovers, falls, unfinished. */
    static String style(TrialOutcome outcome) {
        return switch (outcome) {
            case TrialOutcome.Recovers _ -> "recovers";
            case TrialOutcome.Falls _ -> "falls";
            case TrialOutcome.Unfinished _ -> "unfinished";
        };
    }

    /** The word beside a mark: whose trial it was where it was not the labels', and whether the policy fell behind them. */
    String mark(TrialMark mark) {
        String key = mark.ofPolicyAlone() ? "tried.mark.policy." : "tried.mark.";
        String word = words.get(key + style(mark.outcome()), policy(mark.policy()));
        return thenFell(mark) ? words.get("tried.mark.then", word, policy(mark.policy())) : word;
    }

    /** A sentence or two. */
    String tooltip(TrialMark mark) {
        String who = mark.ofPolicyAlone() ? words.get("tried.who.policy", policy(mark.policy()), mark.tick())
                : words.get("tried.who.labels", mark.tick());
        String outcome = words.get("tried.tip." + style(mark.outcome()), mark.outcome().seconds());
        String then = mark.then().map(after -> "\n" + words.get("tried.tip.then." + style(after), policy(mark.policy()), after.seconds()))
                .orElse("");
        return who + "\n" + outcome + then;
    }

    private static boolean thenFell(TrialMark mark) {
        return mark.then().filter(TrialOutcome.Falls.class::isInstance).isPresent();
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
