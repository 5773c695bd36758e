package whetstone.model.policy;

import whetstone.model.Action;
import whetstone.model.Observation;

/**
 * A linear policy: each action dimension is w'x + b of the picture's values, moved into its bounds.
 * The weights hold, for each dimension in turn, one value per input (channels x height x width) and then the bias.
 */
public final class RidgePolicy implements Policy {
    private final PolicyDescription description;
    private final InputTransform transform;
    private final float[] input;
    private final float[] weights;

    /** @throws IllegalArgumentException if the weights do not fit the description */
    public RidgePolicy(PolicyDescription description, Weights weights) {
        description.requireFitting(weights);
        this.description = description;
        this.transform = new InputTransform(description.input());
        this.input = new float[description.input().size()];
        this.weights = weights.toArray();
    }

    @Override
    public Action act(Observation seen) {
        transform.fill(seen, input, 0);
        float[] wanted = new float[description.action().size()];
        for (int dimension = 0; dimension < wanted.length; dimension++) {
            wanted[dimension] = (float) output(dimension * (input.length + 1));
        }
        return description.action().clamp(wanted);
    }

    private double output(int start) {
        double sum = weights[start + input.length];
        for (int i = 0; i < input.length; i++) {
            sum += (double) weights[start + i] * input[i];
        }
        return sum;
    }
}
