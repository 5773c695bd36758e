package whetstone.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.Round;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Examples;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.PolicyVersion;

/**
 * What a round of DAgger consists of: all labels in force become examples, a policy is trained on them, policy and round are saved,
 * the policy drives if that is wanted, and where it can be driven its falls per lap are measured beside the cloning control.
 * Shared by the Train screen and the retraining after a sitting. Called on the FX thread; trains and measures on the train thread.
 */
public final class Retraining {
    private final ReadOnlyStringWrapper measuring = new ReadOnlyStringWrapper("");
    private final Words words = Words.of("retraining");
    private final Workbench workbench;
    private final Examination examination;
    private AtomicBoolean stopMeasuring = new AtomicBoolean();

    public Retraining(Workbench workbench, Examination examination) {
        this.workbench = workbench;
        this.examination = examination;
    }

    /** How a trained policy is driven to see how well it drives. Train thread. */
    @FunctionalInterface
    public interface Examination {
        /**
         * @param request what the policy was trained with; the cloning control is trained with the same
         * @param progress takes a few words on what is being done, any thread
         */
        Result measure(PolicyVersion version, Trainer.Request request, EnvironmentSpec environment, Consumer<String> progress,
                       BooleanSupplier cancelled);

        /** Falls per lap of the policy and of the cloning control at the same number of labels. */
        record Result(Round.Measured fallsPerLap, Round.Measured cloning) {}
    }

    /** A few words while a policy is being measured; empty otherwise. */
    public ReadOnlyStringProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Starts a round; says in one sentence why, where it can't. */
    public void start(TrainingSettings settings) {
        Optional<Dataset> open = workbench.dataset();
        if (open.isEmpty()) {
            workbench.say(words.get("said.noDataset"));
        } else if (workbench.training().runningProperty().get()) {
            workbench.say(words.get("said.running"));
        } else {
            cancelMeasuring();
            settings.keepIn(open.get());
            Plan plan = new Plan(open.get(), settings, words);
            workbench.training().start(plan::request, event -> ended(plan, event));
        }
    }

    public void cancel() {
        workbench.training().cancel();
        cancelMeasuring();
    }

    /** Stops a measurement in progress; the round keeps no result. */
    public void cancelMeasuring() {
        stopMeasuring.set(true);
    }

    private void ended(Plan plan, TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Finished finished -> keep(plan, finished);
            case TrainingEvent.Failed failed -> workbench.say(failed.reason());
            case TrainingEvent.Cancelled _ -> workbench.say(words.get("said.cancelled"));
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ -> { }
        }
    }

    private void keep(Plan plan, TrainingEvent.Finished finished) {
        plan.dataset.save(finished.policy())
                // The round comes last: where it is in the file, all that belongs to it is.
                .thenCompose(saved -> driver(plan, saved).thenCompose(_ -> plan.dataset.save(plan.round(saved)))
                        .thenApply(round -> new Kept(saved, round)))
                .whenCompleteAsync((kept, failure) -> {
                    if (failure != null) {
                        workbench.say(Failure.sentence(failure));
                    } else {
                        workbench.contentsChanged();
                        measure(plan, kept);
                    }
                }, workbench.threads().fx());
    }

    private static CompletableFuture<Void> driver(Plan plan, PolicyVersion saved) {
        return plan.settings.makeDriver()
                ? plan.dataset.makeDriver(OptionalLong.of(saved.id()))
                : CompletableFuture.completedFuture(null);
    }

    private void measure(Plan plan, Kept kept) {
        AtomicBoolean stop = new AtomicBoolean();
        stopMeasuring = stop;
        Mailbox<String> words = new Mailbox<>(workbench.threads().fx(), measuring::set);
        CompletableFuture.supplyAsync(() -> examination.measure(kept.policy, plan.made, plan.environment, words::post, stop::get),
                        workbench.threads().train())
                .thenCompose(result -> plan.dataset.save(withResult(kept.round, result)))
                .whenCompleteAsync((_, failure) -> {
                    measuring.set("");
                    if (failure != null && !stop.get()) {
                        workbench.say(Failure.sentence(failure));
                    } else {
                        workbench.contentsChanged();
                    }
                }, workbench.threads().fx());
    }

    private static Round withResult(Round round, Examination.Result result) {
        return round.withResult(result.fallsPerLap(), result.cloning());
    }

    private record Kept(PolicyVersion policy, Round round) {}

    /** One round in the making; {@link #request} runs on the train thread before the others are read on FX. */
    private static final class Plan {
        private final Dataset dataset;
        private final TrainingSettings settings;
        private final Words words;
        private Trainer.Request made;
        private EnvironmentSpec environment;
        private List<Long> rollouts = List.of();

        Plan(Dataset dataset, TrainingSettings settings, Words words) {
            this.dataset = dataset;
            this.settings = settings;
            this.words = words;
        }

        Trainer.Request request() {
            List<RolloutSummary> kept = dataset.rollouts().stream().filter(rollout -> !rollout.deleted()).toList();
            if (kept.isEmpty()) {
                throw new IllegalStateException(words.get("wrong.noRollouts"));
            }
            RolloutSummary newest = kept.stream().filter(rollout -> rollout.labelled() > 0).reduce((_, last) -> last)
                    .orElse(kept.getLast());
            environment = newest.info().environment();
            ActionSpec action = environment.action();
            Examples examples = dataset.examples(action);
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
            return new Round(0, made.round(), made.parent(), OptionalLong.of(saved.id()), rollouts, saved.labels(), settings.toJson(),
                    settings.seed(), saved.heldOutLoss(), Round.Measured.NOT, Round.Measured.NOT, Instant.now());
        }
    }
}
