package whetstone.model.learning;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;

/** A training engine: fits networks of the kinds it knows, and builds policies from descriptions and weights. */
public interface Trainer {
    boolean serves(PolicyDescription description);

    /**
     * Trains on the calling thread and returns the last event, which was also given to {@code events}: Finished, Cancelled or Failed.
     *
     * @param cancelled asked at least once per mini-batch
     */
    TrainingEvent train(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled);

    /** A policy that acts with these weights as this engine computes them; for one thread. {@link Trainers#policy} acts faster. */
    Policy policy(PolicyVersion version);

    /**
     * What to train.
     *
     * @param heldOutShare of the rollouts, 0 to 0.5; rounded so that at least one rollout remains to train on
     * @param threads processor cores that training may take, at least 1
     */
    record Request(PolicyDescription description, Examples examples, String name, OptionalLong parent, int round, long seed, int epochs,
                   int batch, double learningRate, double heldOutShare, int patience, int threads) {}
}
