package whetstone.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The four threads of the program, made here and nowhere else: fx (nodes and properties), drive (environment, policy, stick),
 * train (the network, at low priority) and store (the one writing connection); and beside them short-lived background threads for
 * long reading: lists, summaries, import and export. Closed in reverse order.
 */
public final class Threads implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;
    private static final int READERS = 2;

    private final ScheduledExecutorService drive = Executors.newSingleThreadScheduledExecutor(named("drive", Thread.MAX_PRIORITY));
    private final ExecutorService train = Executors.newSingleThreadExecutor(named("train", Thread.MIN_PRIORITY));
    /** Once closed, what still asks to read concerns nobody any more. */
    private final ExecutorService read = new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            named("read", Thread.NORM_PRIORITY), new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService store = Executors.newSingleThreadExecutor(named("store", Thread.NORM_PRIORITY));
    private final ExecutorService background = new ThreadPoolExecutor(0, Integer.MAX_VALUE, SECONDS_TO_END, TimeUnit.SECONDS,
            new SynchronousQueue<>(), named("background", Thread.NORM_PRIORITY - 1), new ThreadPoolExecutor.DiscardPolicy());

    /** Runs a task on the FX thread; the one place that calls {@link Platform#runLater}. */
    public Executor fx() {
        return Platform::runLater;
    }

    public ScheduledExecutorService drive() {
        return drive;
    }

    public ExecutorService train() {
        return train;
    }

    public ExecutorService store() {
        return store;
    }

    /** For reading that takes a while; several tasks at once, each told by its owner when to stop. */
    public ExecutorService background() {
        return background;
    }

    /** Reads from the dataset what a screen shows; tasks may run beside each other. */
    public ExecutorService read() {
        return read;
    }

    /** Whoever runs on these threads has been told to stop before; waits for each to end. */
    @Override
    public void close() {
        end(background);
        end(drive);
        end(train);
        end(read);
        end(store);
    }

    private static void end(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name, int priority) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        };
    }
}
