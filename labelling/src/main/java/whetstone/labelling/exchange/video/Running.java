package whetstone.labelling.exchange.video;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A program that decodes, and when it was last heard of. */
final class Running {
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private volatile long heard = System.nanoTime();
    private volatile boolean silent;
    private volatile Future<?> watched;

    Running(Process process) {
        this.process = process;
    }

    Process process() {
        return process;
    }

    void watched(Future<?> by) {
        watched = by;
    }

    void heardOf() {
        heard = System.nanoTime();
    }

    /** Whether it was ended since nothing came of it any more. */
    boolean silent() {
        return silent;
    }

    void endIfSilent(long nanos) {
        if (process.isAlive() && System.nanoTime() - heard > nanos) {
            silent = true;
            process.destroyForcibly();
        }
    }

    /** How it ended, waiting a little; ended by force where it does not. @return its exit status, -1 where it had to be ended */
    int exit() {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        end();
        return -1;
    }

    void end() {
        if (watched != null) {
            watched.cancel(false);
        }
        process.destroyForcibly();
    }
}
