package whetstone.model.learning;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import whetstone.model.policy.InputTransform;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.Weights;

/** Feeds examples to a regression as a policy's description says, and reads the policy's weights from its solution. */
final class RidgeInput {
    static final String NO_SOLUTION = "ridge regression found no single best answer: the labels hold something that is not a number, "
            + "or lambda is too small for pictures this alike; raise lambda";

    private final PolicyDescription description;
    private final double lambda;
    private final InputTransform transform;
    private final float[] input;

    RidgeInput(PolicyDescription description) {
        if (!(description.network() instanceof Network.Ridge(double weight))) {
            throw new IllegalArgumentException("ridge regression can't train " + description.network());
        }
        this.description = description;
        this.lambda = weight;
        this.transform = new InputTransform(description.input());
        this.input = new float[description.input().size()];
    }

    RidgeRegression regression(int threads) {
        return new RidgeRegression(input.length, description.action().size(), threads);
    }

    /** @return false where it was cancelled */
    boolean addAll(Examples examples, int[] indices, RidgeRegression regression, BooleanSupplier cancelled) {
        for (int index : indices) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            add(examples.get(index), regression);
        }
        return true;
    }

    void add(Example example, RidgeRegression regression) {
        if (!example.wanted().spec().equals(description.action())) {
            throw new IllegalArgumentException("a label steers " + example.wanted().spec() + ", but the policy "
                    + description.action() + "; train on rollouts of one kind");
        }
        transform.fill(example.seen(), input, 0);
        regression.add(input, example.wanted().toArray(), example.weight());
    }

    Optional<Weights> solve(RidgeRegression regression) {
        return regression.solve(lambda).flatMap(this::flat);
    }

    private Optional<Weights> flat(double[][] solution) {
        float[] values = new float[description.weightCount()];
        int at = 0;
        for (double[] output : solution) {
            for (double value : output) {
                if (!Float.isFinite((float) value)) {
                    return Optional.empty();
                }
                values[at++] = (float) value;
            }
        }
        return Optional.of(new Weights(values));
    }
}
