package whetstone.app.watch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import whetstone.labelling.replay.Ticker;

/**
 * Drives a ride, or two in step, at its own tick rate on the drive thread. Every verb may be called from the FX thread: it is carried out between two
 * ticks. A loop that falls behind (a slow machine, a paused process) goes on from now instead of rushing after.
 */
final class RideLoop {
    private static final int MOST_TICKS_BEHIND = 3;

    private final ScheduledExecutorService drive;
    private final Ticker ticker;
    private final Consumer<Frames> frames;
    private final Consumer<Rides> over;
    private final Consumer<Throwable> failed;
    private Optional<Rides> ride = Optional.empty();
    private boolean paused;
    private long next;
    private int run;

    /**
     * @param frames takes every frame, on the drive thread
     * @param over takes a ride that ends by itself, its episode over or failed, before it is closed, on the drive thread
     * @param failed takes what ended a ride, on the drive thread
     */
    RideLoop(ScheduledExecutorService drive, Ticker ticker, Consumer<Frames> frames, Consumer<Rides> over,
             Consumer<Throwable> failed) {
        this.drive = drive;
        this.ticker = ticker;
        this.frames = frames;
        this.over = over;
        this.failed = failed;
    }

    /** Ends the present ride and begins another. */
    void start(Supplier<Rides> making) {
        guarded(() -> {
            end();
            Rides made = making.get();
            ride = Optional.of(made);
            paused = false;
            frames.accept(made.newest());
            go();
        });
    }

    void pause(boolean wanted) {
        guarded(() -> {
            boolean goesOn = paused && !wanted;
            paused = wanted;
            if (goesOn) {
                go();
            }
        });
    }

    /** Does something with the ride between two ticks; nothing where there is none. */
    void withRides(Consumer<Rides> verb) {
        guarded(() -> ride.ifPresent(verb));
    }

    /** Ends the ride after {@code last} was done with it. */
    void stop(Consumer<Rides> last) {
        guarded(() -> {
            ride.ifPresent(last);
            end();
        });
    }

    private void go() {
        run++;
        next = ticker.nanos();
        turn(run);
    }

    /** @param started the run it belongs to: a turn that was scheduled before a pause or a stop does nothing */
    private void turn(int started) {
        if (started != run || paused || ride.isEmpty()) {
            return;
        }
        Rides driven = ride.get();
        frames.accept(driven.tick());
        if (driven.over()) {
            over.accept(driven);
            end();
            return;
        }
        long period = (long) (1e9 / driven.spec().ticksPerSecond());
        long now = ticker.nanos();
        next = now - next > MOST_TICKS_BEHIND * period ? now : next + period;
        drive.schedule(() -> whileDriving(() -> turn(started)), Math.max(0, next - now), TimeUnit.NANOSECONDS);
    }

    private void end() {
        run++;
        ride.ifPresent(Rides::close);
        ride = Optional.empty();
    }

    private void guarded(Runnable work) {
        drive.execute(() -> whileDriving(work));
    }

    /** Whatever fails ends the ride and is told. */
    private void whileDriving(Runnable work) {
        CompletableFuture.runAsync(work, Runnable::run).exceptionally(failure -> {
            ride.ifPresent(broken -> {
                broken.fail();
                over.accept(broken);
            });
            end();
            failed.accept(failure);
            return null;
        });
    }
}
