package whetstone.model.world;

import java.util.List;

/**
 * Something to drive in that was chosen by name: Skyway at a difficulty, a Gymnasium environment, a game. It knows its tracks and opens
 * them; what is opened belongs to the one thread that uses it. Worlds themselves may be used from any thread.
 */
public interface World {
    /** What tells how well was driven here. */
    enum Measure {
        /** The vehicle can fall and laps have an end: fewer falls per lap are better. */
        FALLS_PER_LAP,
        /** The environment gives rewards: a larger sum over an episode is better. Falls are counted beside it where they are known. */
        RETURN_PER_EPISODE
    }

    /** As it is chosen: "skyway:frozen", "gymnasium:CarRacing-v3". */
    String name();

    /** At least one; the empty name where every seed is its own track. */
    List<String> trainingTracks();

    /** Never trained on; the same as {@link #trainingTracks()} where every seed is its own track. */
    List<String> unseenTracks();

    Measure measure();

    /** What must be known to judge results that were driven here so far: sentences for a report. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * Opens a track. May take seconds (an outside program starts): not on the FX thread.
     *
     * @param track one of those above
     * @throws IllegalArgumentException if there is no such track
     * @throws whetstone.model.environment.EnvironmentException with a sentence if an outside program is missing or fails
     */
    Opened open(String track, Wish wish);
}
