package whetstone.model.environment;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import whetstone.model.Action;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;

/**
 * A world that can be driven in: embedded, an outside program, a robot. Used from one thread at a time (the drive thread);
 * the same seed and actions give the same observations.
 */
public interface Environment extends AutoCloseable {
    EnvironmentSpec spec();

    /** Starts an episode. The same seed gives the same start. */
    Observation reset(long seed);

    /** Executes an action for one tick. @throws IllegalStateException before the first reset or after an episode's end */
    Outcome step(Action action);

    /** The whole state, where it can be restored. */
    default Optional<EnvironmentState> save() {
        return Optional.empty();
    }

    /** Continues from a saved state. @throws UnsupportedOperationException where {@link #save} gives none */
    default Observation restore(EnvironmentState state) {
        throw new UnsupportedOperationException("'" + spec().name() + "' cannot go back to a recorded state");
    }

    /** How far the vehicle now is from the middle of its way: 0 in the middle, 1 where it leaves it; empty where that is not known. */
    default OptionalDouble offCentre() {
        return OptionalDouble.empty();
    }

    @Override
    default void close() {}

    /**
     * What one action led to.
     *
     * @param distance metres driven forward along the road during this tick
     * @param terminated the episode is over by what happened
     * @param reward of this tick, where the environment gives rewards
     */
    record Outcome(Observation seen, Set<Event> events, double distance, boolean terminated, OptionalDouble reward) {
        public Outcome {
            events = Set.copyOf(events);
        }

        /** Without a reward. */
        public Outcome(Observation seen, Set<Event> events, double distance, boolean terminated) {
            this(seen, events, distance, terminated, OptionalDouble.empty());
        }
    }
}
