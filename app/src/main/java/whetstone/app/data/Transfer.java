package whetstone.app.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.app.Failure;
import whetstone.app.Mailbox;
import whetstone.labelling.exchange.Progress;

/**
 * One import or export at a time, run in the background and seen from the FX thread: how far it is, how it ended, and a way to stop it.
 * Verbs are called on the FX thread.
 */
final class Transfer {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final Executor background;
    private final Executor fx;
    private AtomicBoolean cancelled = new AtomicBoolean();

    Transfer(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /** What is done in the background. */
    @FunctionalInterface
    interface Work {
        /** @return one sentence that says what was done */
        String run(Progress progress);
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Share that is done, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** One sentence on how the last one ended; empty before the first. */
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Starts; does nothing while another is running. */
    void start(String titled, Work work, Runnable ended) {
        if (running.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        running.set(true);
        progress.set(0);
        result.set("");
        title.set(titled);
        Mailbox<Double> shares = new Mailbox<>(fx, progress::set);
        CompletableFuture.supplyAsync(() -> work.run(new Progress(shares::post, stop::get)), background).whenCompleteAsync((sentence, failure) -> {
            running.set(false);
            result.set(failure == null ? sentence : Failure.sentence(failure));
            ended.run();
        }, fx);
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Takes the last result out of view. */
    void dismiss() {
        result.set("");
    }
}
