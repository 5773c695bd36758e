package whetstone.model.learning;

import whetstone.model.policy.PolicyVersion;

/** How a training run goes, in order: started, epochs, and exactly one end. */
public sealed interface TrainingEvent {
    /** @param heldOut number of examples kept out of training */
    record Started(int examples, int heldOut, int epochs) implements TrainingEvent {}

    /** Mean squared errors after an epoch; NaN held-out loss where nothing is held out. */
    record EpochDone(int epoch, int epochs, double loss, double heldOutLoss, double secondsLeft) implements TrainingEvent {}

    record Finished(PolicyVersion policy, double seconds) implements TrainingEvent {}

    record Cancelled() implements TrainingEvent {}

    /** @param reason one sentence: what went wrong and what to do */
    record Failed(String reason) implements TrainingEvent {}
}
