package whetstone.model.learning.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.Weights;

/** A convolutional policy that acts: its own copy of the network, about a millisecond per picture on one core. Owned by one thread. */
final class NetworkPolicy implements Policy {
    private final ActionSpec action;
    private final InputArray input;
    private final ConvolutionalNetwork network;
    private long limitedThread = -1;

    /** @throws IllegalArgumentException if the weights do not belong to the description */
    NetworkPolicy(PolicyDescription description, Weights weights) {
        action = description.action();
        network = new ConvolutionalNetwork(description, 0, 1);
        network.setWeights(weights);
        input = new InputArray(description.input(), 1);
    }

    @Override
    public Action act(Observation seen) {
        leaveOtherCoresAlone();
        input.set(0, seen);
        INDArray output = network.network().output(input.first(1), false);
        return action.clamp(output.toFloatVector());
    }

    /** One picture is too little work to share, and waiting threads would take cores from training. */
    private void leaveOtherCoresAlone() {
        if (limitedThread != Thread.currentThread().threadId()) {
            Engine.limitCallingThread(1);
            limitedThread = Thread.currentThread().threadId();
        }
    }
}
