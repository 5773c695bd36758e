package whetstone.model.world;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Environment;

/** All that can be driven in, found by names like "skyway", "skyway:medium" or "gymnasium:CarRacing-v3". Immutable. */
public final class Worlds {
    private final List<WorldKind> kinds;

    /** @param kinds with names of their own, the usual one first */
    public Worlds(List<WorldKind> kinds) {
        this.kinds = List.copyOf(kinds);
        Set<String> names = new HashSet<>();
        for (WorldKind kind : this.kinds) {
            if (!names.add(kind.name())) {
                throw new IllegalArgumentException("two kinds of environment are called '" + kind.name() + "'");
            }
        }
    }

    public List<WorldKind> kinds() {
        return kinds;
    }

    /** @throws IllegalArgumentException with the names there are */
    public WorldKind kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no environment is called '" + name + "'; there are " + kinds.stream().map(WorldKind::name).toList()));
    }

    /** @throws IllegalArgumentException with a sentence if there is no such kind or place */
    public World find(String name) {
        int colon = name.indexOf(':');
        WorldKind kind = kind(colon < 0 ? name : name.substring(0, colon));
        if (colon >= 0) {
            return kind.world(name.substring(colon + 1));
        }
        if (kind.places().isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' alone does not say where: name it like " + name + ":PLACE");
        }
        return kind.world(kind.places().getFirst());
    }

    /** Whether a recording's environment can go back to its states here. Costs nothing. */
    public boolean restores(EnvironmentSpec spec) {
        return spec.restorable() && kinds.stream().anyMatch(kind -> kind.restores(spec));
    }

    /** The environment in which a recording was made, anew; empty where it can't be made here: a real vehicle, an import. */
    public Optional<Environment> restoring(EnvironmentSpec spec) {
        return spec.restorable() ? kinds.stream().flatMap(kind -> kind.restoring(spec).stream()).findFirst() : Optional.empty();
    }
}
