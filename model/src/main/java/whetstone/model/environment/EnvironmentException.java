package whetstone.model.environment;

/** An outside environment is missing, can't be reached or stopped; the message is a sentence for the user and says what to do. */
public final class EnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnvironmentException(String sentence) {
        super(sentence);
    }

    public EnvironmentException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
