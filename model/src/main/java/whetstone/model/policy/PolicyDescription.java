package whetstone.model.policy;

import whetstone.model.ActionSpec;

/**
 * All that is needed, beside the weights, to build a policy again: its input, its network, the action it gives.
 * Refused with a sentence where the network can't be built on the input.
 */
public record PolicyDescription(PolicyInput input, Network network, ActionSpec action) {
    public PolicyDescription {
        WeightCount.of(input, network, action.size());
    }

    /** Number of float32 weights that the network needs. */
    public int weightCount() {
        return WeightCount.of(input, network, action.size());
    }

    /** @throws IllegalArgumentException if there are more or fewer weights than the network needs */
    public void requireFitting(Weights weights) {
        if (weights.size() != weightCount()) {
            throw new IllegalArgumentException("the policy holds " + weights.size() + " weights, but its description needs "
                    + weightCount() + "; it was saved incompletely or changed by hand");
        }
    }
}
