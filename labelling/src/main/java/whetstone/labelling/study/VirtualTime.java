package whetstone.labelling.study;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import whetstone.labelling.replay.Ticker;

/**
 * A time that passes as fast as it can be computed, and the drive thread that lives in it: what is scheduled there at a fixed rate runs once
 * in every step of 4 ms, on the calling thread. One periodic task; one thread at a time.
 */
final class VirtualTime implements Ticker, AutoCloseable {
    private static final long STEP_NANOS = 4_000_000;

    private final Drive drive = new Drive();
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    double seconds() {
        return nanos * 1e-9;
    }

    /** Where a {@link whetstone.labelling.input.StickPoller} is to poll. */
    ScheduledThreadPoolExecutor drive() {
        return drive;
    }

    void step() {
        nanos += STEP_NANOS;
        drive.periodic.run();
    }

    void pass(double moreSeconds) {
        for (long until = nanos + Math.round(moreSeconds * 1e9); nanos < until; ) {
            step();
        }
    }

    @Override
    public void close() {
        drive.shutdownNow();
    }

    private static final class Drive extends ScheduledThreadPoolExecutor {
        private Runnable periodic = () -> { };

        Drive() {
            super(0);
            setRemoveOnCancelPolicy(true);
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
            periodic = task;
            ScheduledFuture<?> standIn = schedule(() -> { }, 1, TimeUnit.DAYS);
            standIn.cancel(false);
            return standIn;
        }
    }
}
