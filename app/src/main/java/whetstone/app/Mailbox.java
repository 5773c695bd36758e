package whetstone.app;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries a stream of values to another thread and keeps only the newest: a slow reader skips, it never falls behind.
 * Posting never blocks and may be done from any thread; the reader is called on the given executor, once per newest value.
 */
public final class Mailbox<T> {
    private final AtomicReference<T> newest = new AtomicReference<>();
    private final Executor executor;
    private final Consumer<T> reader;

    public Mailbox(Executor executor, Consumer<T> reader) {
        this.executor = executor;
        this.reader = reader;
    }

    public void post(T value) {
        if (newest.getAndSet(value) == null) {
            executor.execute(this::deliver);
        }
    }

    private void deliver() {
        reader.accept(newest.getAndSet(null));
    }
}
