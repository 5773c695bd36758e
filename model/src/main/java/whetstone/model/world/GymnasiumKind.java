package whetstone.model.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.environment.gymnasium.GymnasiumEnvironment;
import whetstone.model.environment.gymnasium.GymnasiumPlace;

/** Gymnasium's environments, each in a Python process of its own; its places are their ids. Every seed is a track of its own. */
public final class GymnasiumKind implements WorldKind {
    public static final String NAME = "gymnasium";
    /** Holds the token for a bridge that somebody else started. */
    public static final String TOKEN_VARIABLE = "WHETSTONE_BRIDGE_TOKEN";

    private final Supplier<String> python;
    private final Supplier<Optional<String>> token;

    /**
     * @param python the command of a Python that has Gymnasium; asked when an environment is opened, any thread
     * @param token of bridges that are connected to by their port; any thread
     */
    public GymnasiumKind(Supplier<String> python, Supplier<Optional<String>> token) {
        this.python = python;
        this.token = token;
    }

    /** Python as it is called where nobody says otherwise. */
    public static String usualPython() {
        return System.getProperty("os.name").startsWith("Windows") ? "python" : "python3";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> places() {
        return List.of("CarRacing-v3", "CarRacing-v3,pedals=driver");
    }

    @Override
    public boolean otherPlaces() {
        return true;
    }

    @Override
    public World world(String place) {
        return new GymnasiumWorld(GymnasiumPlace.parse(place));
    }

    /** A name from a file is opened only where it can do no more than what Gymnasium itself brings. */
    @Override
    public boolean restores(EnvironmentSpec spec) {
        return spec.name().equals(NAME) && spec.restorable() && GymnasiumPlace.parse(spec.variant()).harmless();
    }

    @Override
    public Optional<Environment> restoring(EnvironmentSpec spec) {
        if (!restores(spec)) {
            return Optional.empty();
        }
        Environment environment = open(GymnasiumPlace.parse(spec.variant()));
        if (!environment.spec().action().equals(spec.action())) {
            environment.close();
            throw new EnvironmentException("'" + spec.variant() + "' is not what it was when it was recorded: its actions differ.");
        }
        return Optional.of(environment);
    }

    private GymnasiumEnvironment open(GymnasiumPlace place) {
        return place.port().isEmpty() ? GymnasiumEnvironment.start(python.get(), place) : GymnasiumEnvironment.connect(place,
                token.get().orElseThrow(() -> new EnvironmentException("To connect to a bridge its token is needed: put it into the variable "
                        + TOKEN_VARIABLE + " before Whetstone is started.")));
    }

    private final class GymnasiumWorld implements World {
        private final GymnasiumPlace place;

        GymnasiumWorld(GymnasiumPlace place) {
            this.place = place;
        }

        @Override
        public String name() {
            return NAME + ":" + place.text();
        }

        @Override
        public List<String> trainingTracks() {
            return List.of("");
        }

        @Override
        public List<String> unseenTracks() {
            return List.of("");
        }

        @Override
        public Measure measure() {
            return Measure.RETURN_PER_EPISODE;
        }

        /** Pictures and pace are the environment's own, whatever is wished. */
        @Override
        public Opened open(String track, Wish wish) {
            if (!track.isEmpty()) {
                throw new IllegalArgumentException("'" + name() + "' has no track called '" + track + "'");
            }
            GymnasiumEnvironment environment = GymnasiumKind.this.open(place);
            return new Opened(environment, environment.expert());
        }
    }
}
