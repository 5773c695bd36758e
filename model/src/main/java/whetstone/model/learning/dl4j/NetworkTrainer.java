package whetstone.model.learning.dl4j;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;

/**
 * Trains {@link Network.Convolutional} with DeepLearning4J: Adam on the weighted mean squared error, mini-batches read as they are
 * needed, stopped early by the loss on held-out rollouts, whose best epoch is returned. With one thread equal seeds and equal examples
 * give equal weights. Train on one long-lived thread: DeepLearning4J keeps memory per thread.
 */
public final class NetworkTrainer implements Trainer {
    private final InstantSource clock;

    public NetworkTrainer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean serves(PolicyDescription description) {
        return description.network() instanceof Network.Convolutional;
    }

    @Override
    public Policy policy(PolicyVersion version) {
        return new NetworkPolicy(version.description(), version.weights());
    }

    @Override
    public TrainingEvent train(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled) {
        TrainingEvent end = refusal(request).<TrainingEvent>map(TrainingEvent.Failed::new).orElseGet(() -> run(request, events, cancelled));
        events.accept(end);
        return end;
    }

    private static Optional<String> refusal(Request request) {
        if (request.examples().size() == 0) {
            return Optional.of("there are no labelled frames to train on; label some first");
        }
        if (request.epochs() < 1 || request.batch() < 1 || request.threads() < 1) {
            return Optional.of("training needs at least one epoch, one example per mini-batch and one thread, not " + request.epochs() + ", "
                    + request.batch() + " and " + request.threads());
        }
        if (!(request.learningRate() > 0) || !Double.isFinite(request.learningRate())) {
            return Optional.of("a learning rate of " + request.learningRate() + " trains nothing; 0.001 is usual");
        }
        return Optional.empty();
    }

    private TrainingEvent run(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled) {
        try {
            return new TrainingRun(request, events, cancelled, clock).finish();
        } catch (TrainingStopped stopped) {
            return stopped.end();
        } catch (IllegalArgumentException unfit) {
            return new TrainingEvent.Failed("training stopped: " + unfit.getMessage());
        } catch (IllegalStateException noEngine) {
            return new TrainingEvent.Failed(noEngine.getMessage());
        } catch (OutOfMemoryError full) {
            return new TrainingEvent.Failed("training stopped because memory ran out; use smaller mini-batches than " + request.batch()
                    + ", a smaller input or a smaller network");
        }
    }
}
