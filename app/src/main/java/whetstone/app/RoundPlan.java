package whetstone.app;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.Round;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Examples;
import whetstone.model.learning.Trainer;
import whetstone.model.policy.PolicyVersion;

/** One round in the making; {@link #request} runs on the train thread before the others are read on FX. */
final class RoundPlan {
    private final Dataset dataset;
    private final TrainingSettings settings;
    private final Words words;
    private Trainer.Request made;
    private EnvironmentSpec environment;
    private List<Long> rollouts = List.of();

    RoundPlan(Dataset dataset, TrainingSettings settings, Words words) {
        this.dataset = dataset;
        this.settings = settings;
        this.words = words;
    }

    Dataset dataset() {
        return dataset;
    }

    TrainingSettings settings() {
        return settings;
    }

    /** As {@link #request} gave it. */
    Trainer.Request made() {
        return made;
    }

    /** Of the newest rollout with labels. */
    EnvironmentSpec environment() {
        return environment;
    }

    /** @throws IllegalStateException with a sentence where there is nothing to learn from */
    Trainer.Request request() {
        List<RolloutSummary> kept = dataset.rollouts().stream().filter(rollout -> !rollout.deleted()).toList();
        if (kept.isEmpty()) {
            throw new IllegalStateException(words.get("wrong.noRollouts"));
        }
        RolloutSummary newest = kept.stream().filter(rollout -> rollout.labelled() > 0).reduce((_, last) -> last)
                .orElse(kept.getLast());
        environment = newest.info().environment();
        ActionSpec action = environment.action();
        Examples examples = dataset.examples(action, settings.weighting());
        if (examples.size() == 0) {
            throw new IllegalStateException(words.get("wrong.noLabels"));
        }
        rollouts = kept.stream().map(RolloutSummary::id).toList();
        int number = dataset.rounds().stream().mapToInt(Round::number).max().orElse(0) + 1;
        int version = dataset.policies().size() + 1;
        OptionalLong parent = dataset.driver().map(driver -> OptionalLong.of(driver.id())).orElse(OptionalLong.empty());
        made = new Trainer.Request(settings.description(environment.frontCamera().name(), action), examples,
                "v" + version, parent, number, settings.seed(), settings.epochs(), settings.batch(), settings.learningRate(),
                settings.heldOutShare(), settings.patience(), settings.threads());
        return made;
    }

    Round round(PolicyVersion saved) {
        return new Round(0, made.round(), made.parent(), OptionalLong.of(saved.id()), rollouts, saved.labels(), settings.ofRound(),
                settings.seed(), saved.heldOutLoss(), Round.Measured.NOT, Round.Measured.NOT, Instant.now());
    }
}
