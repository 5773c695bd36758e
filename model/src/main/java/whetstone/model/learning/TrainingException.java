package whetstone.model.learning;

/** A training run that gave no policy; the message is one sentence for the user. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }
}
