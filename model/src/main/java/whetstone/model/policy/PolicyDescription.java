package whetstone.model.policy;

import whetstone.model.ActionSpec;

/** All that is needed, beside the weights, to build a policy again: its input, its network, the action it gives. */
public record PolicyDescription(PolicyInput input, Network network, ActionSpec action) {}
