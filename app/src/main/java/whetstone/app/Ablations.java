package whetstone.app;

import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.labelling.Ablation;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelSelection;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.Round;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.PolicyVersion;

/**
 * What a part of the labels bought: a round's policy is trained once more without them, compared on the frames that the round held out and
 * driven on the held-out tracks. All other labels are trained on; none is held out for stopping early. FX thread; works on the train thread.
 */
public final class Ablations {
    private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");
    private final Words words = Words.of("retraining");
    private final Workbench workbench;
    private final Trainers trainers;
    private final Driving driving;
    private final InstantSource clock;
    private AtomicBoolean stop = new AtomicBoolean();

    public Ablations(Workbench workbench, Trainers trainers, Driving driving, InstantSource clock) {
        this.workbench = workbench;
        this.trainers = trainers;
        this.driving = driving;
        this.clock = clock;
    }

    /** Drives a policy on held-out tracks. Train thread. */
    @FunctionalInterface
    public interface Driving {
        Round.Measured falls(PolicyVersion version, EnvironmentSpec environment, Consumer<String> progress, BooleanSupplier cancelled);
    }

    /** A few words while one is going on; empty otherwise. */
    public ReadOnlyStringProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public void cancel() {
        stop.set(true);
    }

    /** Trains a round's policy without some labels, and adds what came of it to the round. One at a time. */
    public void without(Round round, Ablation.Without without) {
        if (!working.get().isEmpty() || workbench.dataset().isEmpty()) {
            return;
        }
        Dataset dataset = workbench.dataset().get();
        AtomicBoolean cancelled = new AtomicBoolean();
        stop = cancelled;
        working.set(words.get("ablation.training"));
        Mailbox<String> progress = new Mailbox<>(workbench.threads().fx(), text -> {
            if (!working.get().isEmpty()) {
                working.set(text);
            }
        });
        CompletableFuture.supplyAsync(() -> measured(dataset, round, without, progress::post, cancelled::get), workbench.threads().train())
                .thenCompose(ablation -> dataset.save(newest(dataset, round).plus(ablation)))
                .whenCompleteAsync((_, failure) -> {
                    working.set("");
                    if (failure == null) {
                        workbench.contentsChanged();
                    } else if (!cancelled.get()) {
                        workbench.say(Failure.sentence(failure));
                    }
                }, workbench.threads().fx());
    }

    private static Round newest(Dataset dataset, Round round) {
        return dataset.rounds().stream().filter(kept -> kept.id() == round.id()).findFirst().orElseThrow(NoSuchElementException::new);
    }

    private Ablation measured(Dataset dataset, Round round, Ablation.Without without, Consumer<String> progress, BooleanSupplier cancelled) {
        TrainingSettings settings = TrainingSettings.fromJson(round.settings());
        EnvironmentSpec environment = environment(dataset, round);
        LabelSelection all = LabelSelection.of(round);
        Examples full = dataset.examples(environment.action(), settings.weighting(), all);
        int[] heldOut = LabelDisagreement.heldOut(full, settings.heldOutShare(), round.seed());
        Set<Long> judges = IntStream.of(heldOut).mapToObj(full::rollout).collect(Collectors.toSet());
        Examples rest = dataset.examples(environment.action(), settings.weighting(),
                all.without(without, dataset.rounds(), dataset.experts().sittings()));
        Examples training = new Some(rest, IntStream.range(0, rest.size()).filter(i -> !judges.contains(rest.rollout(i))).toArray());
        if (training.size() == 0) {
            throw new IllegalStateException(words.get("ablation.nothingLeft"));
        }
        PolicyVersion policy = trained(new Trainer.Request(settings.description(environment.frontCamera().name(), environment.action()),
                training, "without", round.parentPolicy(), round.number(), round.seed(), settings.epochs(), settings.batch(),
                settings.learningRate(), 0, settings.patience(), settings.threads()), cancelled);
        OptionalDouble disagreement = heldOut.length == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(new LabelDisagreement(trainers).of(policy, full, heldOut));
        return new Ablation(without, training.size(), disagreement, driving.falls(policy, environment, progress, cancelled), clock.instant());
    }

    private static EnvironmentSpec environment(Dataset dataset, Round round) {
        List<RolloutSummary> rollouts = dataset.rollouts().stream().filter(rollout -> round.rollouts().contains(rollout.id())).toList();
        return rollouts.stream().filter(rollout -> rollout.labelled() > 0).reduce((_, last) -> last)
                .orElseGet(rollouts::getLast).info().environment();
    }

    private PolicyVersion trained(Trainer.Request request, BooleanSupplier cancelled) {
        return switch (trainers.serving(request.description()).train(request, _ -> { }, cancelled)) {
            case TrainingEvent.Finished finished -> finished.policy();
            case TrainingEvent.Failed failed -> throw new IllegalStateException(failed.reason());
            case TrainingEvent.Cancelled _ -> throw new CancellationException("cancelled");
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ -> throw new IllegalStateException("a run returned before its end");
        };
    }

    /** Some of the examples. */
    private record Some(Examples all, int[] indices) implements Examples {
        @Override
        public int size() {
            return indices.length;
        }

        @Override
        public Example get(int index) {
            return all.get(indices[index]);
        }

        @Override
        public long rollout(int index) {
            return all.rollout(indices[index]);
        }
    }
}
