package whetstone.model.policy;

/** A saved policy description that can't be used; the message is one sentence for the user. */
public final class PolicyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyFormatException(String message) {
        super(message);
    }

    PolicyFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
