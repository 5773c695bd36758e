package whetstone.model.learning;

import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.Acting;

/** Trains anew on all examples in every round, by any engine. */
public final class EngineLearner implements Learner {
    private final Trainer trainer;
    private final PolicyDescription description;
    private final Settings settings;
    private final BooleanSupplier cancelled;

    /** As in {@link Trainer.Request}. */
    public record Settings(long seed, int epochs, int batch, double learningRate, double heldOutShare, int patience, int threads) {}

    public EngineLearner(Trainer trainer, PolicyDescription description, Settings settings, BooleanSupplier cancelled) {
        this.trainer = trainer;
        this.description = description;
        this.settings = settings;
        this.cancelled = cancelled;
    }

    @Override
    public PolicyVersion learn(Examples all, int round, OptionalLong parent) {
        Trainer.Request request = new Trainer.Request(description, all, "round " + round, parent, round, settings.seed(),
                settings.epochs(), settings.batch(), settings.learningRate(), settings.heldOutShare(), settings.patience(),
                settings.threads());
        return switch (trainer.train(request, _ -> {}, cancelled)) {
            case TrainingEvent.Finished finished -> finished.policy().withId(round);
            case TrainingEvent.Cancelled _ -> throw new CancellationException("training was cancelled");
            case TrainingEvent.Failed failed -> throw new TrainingException(failed.reason());
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ ->
                    throw new IllegalStateException("a training run returned before its end");
        };
    }

    @Override
    public Policy policy(PolicyVersion version) {
        return Acting.of(version, trainer::policy);
    }
}
