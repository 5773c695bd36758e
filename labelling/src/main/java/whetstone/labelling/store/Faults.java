package whetstone.labelling.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;
import whetstone.labelling.DatasetException;

/** Turns what goes wrong with one dataset file into a sentence for the user: what, where, and what to do. */
final class Faults {
    private final Path file;

    Faults(Path file) {
        this.file = file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    DatasetException because(String sentence) {
        return new DatasetException(name() + " " + sentence);
    }

    DatasetException because(String sentence, Throwable cause) {
        return new DatasetException(name() + " " + sentence, cause);
    }

    /** What was read makes no sense, though the file itself is whole. */
    DatasetException nonsense(String what, RuntimeException cause) {
        return because("holds " + what + " that can't be used: " + cause.getMessage()
                + ". The rest of the file can still be read; restore this part from a backup.", cause);
    }

    /** The sentence for a failure of SQLite, however deep it is wrapped; anything else is passed on as it is. */
    RuntimeException of(RuntimeException failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DatasetException already) {
            return already;
        }
        Optional<SQLiteException> sqlite = sqlite(cause);
        if (sqlite.isPresent()) {
            return because(sentence(sqlite.get()), cause);
        }
        return failure instanceof JdbiException ? because("could not be read or written: " + cause.getMessage(), cause) : failure;
    }

    private static Optional<SQLiteException> sqlite(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLiteException found) {
                return Optional.of(found);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    String sentence(SQLiteException failure) {
        int primary = failure.getResultCode().code & 0xff;
        return switch (primary) {
            case 13 -> "could not be written: the disk is full. What was saved before is kept; free some space and try again.";
            case 11 -> "is damaged: a part of it can't be read. Restore it from a backup.";
            case 26 -> "is not a Whetstone dataset, or its beginning is damaged. Choose another file, or restore it from a backup.";
            case 8 -> "can't be written: the file or its folder is read-only. Copy it to a folder of your own and open the copy.";
            case 5, 6 -> "is in use by another program. Close that program and try again.";
            case 14 -> "can't be opened: check that its folder is there and that you may write in it.";
            case 10 -> "could not be read or written: the disk reported an error. Copy the file to another disk and open the copy.";
            case 19 -> "refused a change that does not fit what it holds: " + failure.getMessage() + ".";
            default -> "could not be read or written: " + failure.getMessage() + ".";
        };
    }
}
