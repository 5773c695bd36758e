package whetstone.model.learning;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;
import whetstone.model.policy.Weights;

/**
 * Fits {@link Network.Ridge} in one pass over the examples: epochs, batch, learning rate and patience of a request mean nothing here.
 * Inputs are read on the calling thread; only the linear algebra spreads over the request's threads.
 */
public final class RidgeTrainer implements Trainer {
    private static final int MOST_INPUTS = 12_000;

    private final InstantSource clock;

    public RidgeTrainer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean serves(PolicyDescription description) {
        return description.network() instanceof Network.Ridge;
    }

    @Override
    public Policy policy(PolicyVersion version) {
        return new RidgePolicy(version.description(), version.weights());
    }

    @Override
    public TrainingEvent train(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled) {
        TrainingEvent end = refusal(request).<TrainingEvent>map(TrainingEvent.Failed::new)
                .orElseGet(() -> fit(request, events, cancelled));
        events.accept(end);
        return end;
    }

    private static Optional<String> refusal(Request request) {
        if (request.examples().size() == 0) {
            return Optional.of("there are no labelled frames to train on; label some first");
        }
        if (request.description().input().size() > MOST_INPUTS) {
            return Optional.of("ridge regression on " + request.description().input().size() + " input values is too large; at most "
                    + MOST_INPUTS + " can be solved: choose a smaller input picture");
        }
        return Optional.empty();
    }

    private TrainingEvent fit(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        HeldOutSplit split = HeldOutSplit.byRollout(request.examples(), request.heldOutShare(), request.seed());
        events.accept(new TrainingEvent.Started(split.training().length, split.heldOut().length, 1));
        RidgeInput input = new RidgeInput(request.description());
        try {
            RidgeRegression regression = input.regression(request.threads());
            if (!input.addAll(request.examples(), split.training(), regression, cancelled)) {
                return new TrainingEvent.Cancelled();
            }
            Optional<Weights> solved = input.solve(regression);
            if (solved.isEmpty()) {
                return new TrainingEvent.Failed(RidgeInput.NO_SOLUTION);
            }
            RidgePolicy policy = new RidgePolicy(request.description(), solved.get());
            OptionalDouble heldOut = loss(policy, request.examples(), split.heldOut(), cancelled);
            OptionalDouble loss = loss(policy, request.examples(), split.training(), cancelled);
            if (cancelled.getAsBoolean()) {
                return new TrainingEvent.Cancelled();
            }
            events.accept(new TrainingEvent.EpochDone(1, 1, loss.orElse(Double.NaN), heldOut.orElse(Double.NaN), 0));
            return new TrainingEvent.Finished(version(request, solved.get(), heldOut), (System.nanoTime() - start) * 1e-9);
        } catch (IllegalArgumentException unfit) {
            return new TrainingEvent.Failed("training stopped: " + unfit.getMessage());
        }
    }

    /** Mean squared error of the actions given, over frames and dimensions; empty where there are none. */
    private static OptionalDouble loss(RidgePolicy policy, Examples examples, int[] indices, BooleanSupplier cancelled) {
        double sum = 0;
        for (int i = 0; i < indices.length && !cancelled.getAsBoolean(); i++) {
            Example example = examples.get(indices[i]);
            sum += SquaredError.of(policy.act(example.seen()), example.wanted());
        }
        return indices.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / indices.length);
    }

    private PolicyVersion version(Request request, Weights weights, OptionalDouble heldOut) {
        return new PolicyVersion(0, request.name(), request.parent(), request.round(), request.description(), weights, request.seed(),
                request.examples().size(), heldOut, clock.instant());
    }
}
