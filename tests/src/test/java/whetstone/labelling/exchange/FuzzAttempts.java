package whetstone.labelling.exchange;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import whetstone.labelling.DatasetException;

/**
 * Lets a reader read one mutation after the other, on a thread of its own and within a time. It may read or refuse with a sentence; anything
 * else that it throws, memory that it runs out of, or the end of the time is a fault that names the mutation's seed.
 */
public final class FuzzAttempts implements AutoCloseable {
    private final Duration limit;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));
    private int accepted;
    private int refused;
    private long slowest;

    /** How many mutations were read and how many were refused with a sentence, and how long the slowest took. */
    public record Result(int accepted, int refused, double slowestMilliseconds) {}

    public FuzzAttempts(Duration limit) {
        this.limit = limit;
    }

    /** @throws AssertionError where the reader did what no reader may */
    public void attempt(long seed, Runnable reading) {
        long begin = System.nanoTime();
        Future<?> attempt = reader.submit(reading);
        try {
            attempt.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            accepted++;
        } catch (ExecutionException thrown) {
            if (!(thrown.getCause() instanceof DatasetException sentence) || sentence.getMessage() == null || sentence.getMessage().isBlank()) {
                throw new AssertionError("seed " + seed + ": " + thrown.getCause(), thrown.getCause());
            }
            refused++;
        } catch (TimeoutException _) {
            throw new AssertionError("seed " + seed + ": not read within " + limit);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        slowest = Math.max(slowest, System.nanoTime() - begin);
    }

    public Result result() {
        return new Result(accepted, refused, slowest / 1e6);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
