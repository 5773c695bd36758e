package whetstone.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.TrainingLog;
import whetstone.model.EnvironmentSpec;
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
    private final Comparison comparison;
    private AtomicBoolean stopMeasuring = new AtomicBoolean();

    /** @param comparison measures how far the policies are from the labels */
    public Retraining(Workbench workbench, Examination examination, Comparison comparison) {
        this.workbench = workbench;
        this.examination = examination;
        this.comparison = comparison;
    }

    /** Without a comparison. */
    public Retraining(Workbench workbench, Examination examination) {
        this(workbench, examination, (_, _, _) -> Round.Disagreement.NOT);
    }

    /** How far a new policy and the one before it are from the labels. Train thread. */
    @FunctionalInterface
    public interface Comparison {
        Round.Disagreement measure(Optional<PolicyVersion> parent, PolicyVersion trained, Trainer.Request request);
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
            RoundPlan plan = new RoundPlan(open.get(), settings, words);
            RunEntry run = new RunEntry(open.get().trainings(), InstantSource.system());
            workbench.training().start(() -> run.begin(plan.request(), settings.toJson()), run::hear, event -> ended(plan, run, event));
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

    private void ended(RoundPlan plan, RunEntry run, TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Finished finished -> keep(plan, run, finished);
            case TrainingEvent.Failed failed -> endWithout(run, new TrainingLog.Outcome.Failed(failed.reason()), failed.reason());
            case TrainingEvent.Cancelled _ -> endWithout(run, new TrainingLog.Outcome.Cancelled(), words.get("said.cancelled"));
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ -> { }
        }
    }

    /** A run that gave no policy. */
    private void endWithout(RunEntry run, TrainingLog.Outcome outcome, String sentence) {
        workbench.say(sentence);
        run.end(outcome).whenCompleteAsync((_, failure) -> {
            if (failure != null) {
                workbench.say(sentence + " " + Failure.sentence(failure));
            }
            workbench.contentsChanged();
        }, workbench.threads().fx());
    }

    private void keep(RoundPlan plan, RunEntry run, TrainingEvent.Finished finished) {
        CompletableFuture<PolicyVersion> policy = plan.dataset().save(finished.policy());
        policy.exceptionally(unwritable -> {
            run.end(new TrainingLog.Outcome.Failed(Failure.sentence(unwritable)));
            return finished.policy();
        });
        policy.thenCompose(saved -> run.end(new TrainingLog.Outcome.Finished(saved.id())).thenApply(_ -> saved))
                // The round comes last: where it is in the file, all that belongs to it is.
                .thenCompose(saved -> driver(plan, saved).thenCompose(_ -> plan.dataset().save(plan.round(saved)))
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

    private static CompletableFuture<Void> driver(RoundPlan plan, PolicyVersion saved) {
        return plan.settings().makeDriver()
                ? plan.dataset().makeDriver(OptionalLong.of(saved.id()))
                : CompletableFuture.completedFuture(null);
    }

    private void measure(RoundPlan plan, Kept kept) {
        AtomicBoolean stop = new AtomicBoolean();
        stopMeasuring = stop;
        Mailbox<String> words = new Mailbox<>(workbench.threads().fx(), measuring::set);
        CompletableFuture.supplyAsync(() -> compared(plan, kept), workbench.threads().train())
                .thenCompose(plan.dataset()::save)
                .thenCompose(round -> examined(plan, new Kept(kept.policy, round), words, stop))
                .whenCompleteAsync((_, failure) -> {
                    measuring.set("");
                    if (failure != null && !stop.get()) {
                        workbench.say(Failure.sentence(failure));
                    } else {
                        workbench.contentsChanged();
                    }
                }, workbench.threads().fx());
    }

    private Round compared(RoundPlan plan, Kept kept) {
        Optional<PolicyVersion> parent = plan.dataset().policies().stream()
                .filter(version -> kept.policy.parent().equals(OptionalLong.of(version.id()))).findFirst();
        return kept.round.withDisagreement(comparison.measure(parent, kept.policy, plan.made()));
    }

    private CompletableFuture<Round> examined(RoundPlan plan, Kept kept, Mailbox<String> words, AtomicBoolean stop) {
        return CompletableFuture.supplyAsync(() -> examination.measure(kept.policy, plan.made(), plan.environment(), words::post, stop::get),
                        workbench.threads().train())
                .thenCompose(result -> plan.dataset().save(kept.round.withResult(result.fallsPerLap(), result.cloning())));
    }

    private record Kept(PolicyVersion policy, Round round) {}
}
