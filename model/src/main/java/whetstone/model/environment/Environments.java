package whetstone.model.environment;

import java.util.Optional;
import whetstone.model.EnvironmentSpec;

/** Finds the environment again in which a recording was made. */
public final class Environments {
    private Environments() {}

    /**
     * An environment that can go back to the recorded states; empty where the recording's can't be made here: a real vehicle, an import.
     *
     * @throws IllegalArgumentException if it is one of ours, but its variant is unknown
     */
    public static Optional<Environment> restoring(EnvironmentSpec spec) {
        return spec.restorable() && spec.name().equals(SkywaySettings.NAME) ? Optional.of(new Skyway(SkywaySettings.of(spec)))
                : Optional.empty();
    }
}
