package whetstone.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import whetstone.app.Words;
import whetstone.labelling.RolloutWriter;
import whetstone.model.EnvironmentSpec;

/**
 * One ride, or two from the same seed side by side: a tick of each at a time. The person takes over the first. One whose episode is over
 * waits for the other. Drive thread.
 */
final class Rides implements AutoCloseable {
    private final Ride first;
    private final Optional<Ride> beside;
    private Frames newest;
    private volatile boolean failed;

    Rides(Ride first, Optional<Ride> beside) {
        this.first = first;
        this.beside = beside;
        this.newest = new Frames(first.first(), beside.map(Ride::first));
    }

    /** Of the first; they drive in the same. */
    EnvironmentSpec spec() {
        return first.spec();
    }

    /** What is seen now. */
    Frames newest() {
        return newest;
    }

    /** Drives each one tick on. */
    Frames tick() {
        newest = new Frames(first.over() ? newest.first() : first.tick(),
                beside.map(other -> other.over() ? newest.beside().orElseThrow() : other.tick()));
        return newest;
    }

    boolean over() {
        return first.over() && beside.map(Ride::over).orElse(true);
    }

    void handBack() {
        first.handBack();
    }

    /** From the next tick on everything is recorded. @param writers gives each ride its own */
    void record(Function<Ride, RolloutWriter> writers) {
        all().forEach(ride -> ride.record(writers.apply(ride)));
    }

    /** Ends the recordings; completes with the rollouts' ids, the first ride's first; empty where nothing was recorded. */
    CompletableFuture<List<Long>> endRecording() {
        CompletableFuture<List<Long>> ids = CompletableFuture.completedFuture(List.of());
        for (Ride ride : all()) {
            ids = ids.thenCombine(ride.endRecording(), (before, id) -> {
                List<Long> longer = new ArrayList<>(before);
                id.ifPresent(longer::add);
                return longer;
            });
        }
        return ids;
    }

    /** What is to be said when it is over. */
    String lastSentence(Words words) {
        return first.lastSentence(words);
    }

    /** Something went wrong: what was recorded is kept, but that is not what is to be said. */
    void fail() {
        failed = true;
    }

    /** Any thread. */
    boolean endedWell() {
        return !failed;
    }

    @Override
    public void close() {
        first.close();
        beside.ifPresent(Ride::close);
    }

    private List<Ride> all() {
        return beside.map(other -> List.of(first, other)).orElse(List.of(first));
    }
}
