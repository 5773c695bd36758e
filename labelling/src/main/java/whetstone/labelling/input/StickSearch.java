package whetstone.labelling.input;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks for the sticks that are plugged in: the seam to the system's devices. Any thread; never blocks the caller. */
@FunctionalInterface
public interface StickSearch {
    /** Completes within a few seconds, on any thread, never with an exception. */
    CompletableFuture<Found> scan();

    /** What a search came to. @param complaint one sentence where something stands in the way of finding sticks */
    record Found(List<Stick> sticks, Optional<String> complaint) {
        public Found {
            sticks = List.copyOf(sticks);
        }
    }
}
