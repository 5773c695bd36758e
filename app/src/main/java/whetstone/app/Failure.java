package whetstone.app;

import java.util.concurrent.CompletionException;

/** Turns what went wrong in the background into the sentence that the window says. */
public final class Failure {
    private Failure() {}

    /** The message of the cause, or its kind where it has none. */
    public static String sentence(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
