package whetstone.model.learning.dl4j;

import whetstone.model.learning.TrainingEvent;

/** Thrown out of DeepLearning4J's fit between two mini-batches: the way it can be left early. Without a stack trace, as it is no error. */
final class TrainingStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TrainingEvent end;

    TrainingStopped(TrainingEvent end) {
        super("training stopped", null, false, false);
        this.end = end;
    }

    TrainingEvent end() {
        return end;
    }
}
