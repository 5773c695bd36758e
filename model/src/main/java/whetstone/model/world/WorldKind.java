package whetstone.model.world;

import java.util.List;
import java.util.Optional;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Environment;

/** A family of worlds with one name: all of Skyway, all Gymnasium environments. Any thread. */
public interface WorldKind {
    /** The word before the colon: "skyway". */
    String name();

    /** Whether decisions per second can be wished for. */
    default boolean takesPace() {
        return false;
    }

    /** Whether two can be open at once, each cheap enough to be driven beside the other. */
    default boolean sideBySide() {
        return true;
    }

    /** What can stand after the colon, for a list to choose from; the first is taken where nothing is said. */
    List<String> places();

    /** Whether other places than the listed ones can be typed. */
    boolean otherPlaces();

    /**
     * Costs nothing: whether the place can really be opened shows when a track is opened.
     *
     * @param place one of {@link #places()}, or another where those are allowed
     * @throws IllegalArgumentException with a sentence if there is no such place
     */
    World world(String place);

    /**
     * Whether this kind can go back to the states of a recording that was made in such an environment. Costs nothing.
     *
     * @throws IllegalArgumentException if it is of this kind, but its variant is unknown
     */
    boolean restores(EnvironmentSpec spec);

    /**
     * The environment in which a recording was made, anew. May take seconds.
     *
     * @throws IllegalArgumentException if it is of this kind, but its variant is unknown
     * @throws whetstone.model.environment.EnvironmentException with a sentence if an outside program is missing or fails
     */
    Optional<Environment> restoring(EnvironmentSpec spec);
}
