package whetstone.model.environment.supertuxkart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.world.Opened;
import whetstone.model.world.Wish;
import whetstone.model.world.World;
import whetstone.model.world.WorldKind;

/**
 * SuperTuxKart; its places are Skyway's roads laid in the game as floating roads, and the tracks of the installed game by their folders'
 * names. As in Ross et al. 2011 a policy is judged on the track that it was trained on.
 */
public final class SuperTuxKartKind implements WorldKind {
    /** Roads of the game's frozen experiment: the shortest first. */
    private static final List<String> ROADS = List.of("charlie", "alpha", "bravo", "delta", "echo", "foxtrot", "golf");
    /** Bends swing as in Skyway at its hardest; gentler hills, so that the kart does not jump. */
    private static final Difficulty ROAD = new Difficulty("supertuxkart", SuperTuxKart.SPEED, 5, 1, 1, 0, 0);
    private static final double ROAD_WIDTH = 6;

    private final Map<String, String> variables;
    private final Pace pace;

    /** In real time. @param variables the process's environment variables */
    public SuperTuxKartKind(Map<String, String> variables) {
        this(variables, 1);
    }

    /**
     * @param pace of the game's clock in multiples of real time, 1 to 8; above 1 a world is opened only where libfaketime is installed
     * @throws IllegalArgumentException with a sentence for another pace
     */
    public SuperTuxKartKind(Map<String, String> variables, double pace) {
        this.variables = Map.copyOf(variables);
        this.pace = new Pace(pace);
    }

    @Override
    public String name() {
        return SuperTuxKart.NAME;
    }

    @Override
    public boolean takesPace() {
        return true;
    }

    /** The game has one window, and its kart needs most of a machine. */
    @Override
    public boolean sideBySide() {
        return false;
    }

    @Override
    public List<String> places() {
        return ROADS;
    }

    @Override
    public boolean otherPlaces() {
        return true;
    }

    @Override
    public World world(String place) {
        if (!place.matches("[a-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("'" + place + "' names no track of SuperTuxKart; there are " + ROADS
                    + " and the folders of the installed game's tracks, like zengarden");
        }
        return new Track(place, variables, pace, new PaceMeter(pace));
    }

    @Override
    public boolean restores(EnvironmentSpec spec) {
        return false;
    }

    @Override
    public Optional<Environment> restoring(EnvironmentSpec spec) {
        return Optional.empty();
    }

    private record Track(String place, Map<String, String> variables, Pace pace, PaceMeter meter) implements World {
        @Override
        public String name() {
            return SuperTuxKart.NAME + ":" + place;
        }

        @Override
        public List<String> trainingTracks() {
            return List.of(place);
        }

        @Override
        public List<String> unseenTracks() {
            return List.of(place);
        }

        @Override
        public Measure measure() {
            return Measure.FALLS_PER_LAP;
        }

        @Override
        public List<String> remarks() {
            return meter.sentence().stream().toList();
        }

        @Override
        public Opened open(String track, Wish wish) {
            Installation installation = Installation.find(variables);
            GameFolder folder = GameFolder.create(track, writer(track, installation));
            Driveline driveline = driveline(folder);
            Game game = Game.start(installation, folder, variables, pace);
            boolean opened = false;
            try {
                int width = Math.min(wish.width(), game.window().width());
                int height = Math.min(wish.height(), game.window().height());
                SuperTuxKart environment = new SuperTuxKart(new Ride(game, driveline, SuperTuxKart.SPEED), driveline, track, width, height,
                        wish.ticksPerSecond(), meter);
                opened = true;
                return new Opened(environment, Optional.of(environment.expert()));
            } finally {
                if (!opened) {
                    game.close();
                }
            }
        }

        private static Driveline driveline(GameFolder folder) {
            boolean read = false;
            try {
                Driveline driveline = DrivelineFiles.read(folder.trackFolder());
                read = true;
                return driveline;
            } finally {
                if (!read) {
                    folder.close();
                }
            }
        }

        private static GameFolder.TrackWriter writer(String track, Installation installation) {
            if (Stream.concat(SkywayTracks.training().stream(), SkywayTracks.heldOut().stream()).anyMatch(track::equals)) {
                return new FloatingRoad(SkywayTracks.track(track, ROAD), ROAD_WIDTH)::write;
            }
            Path installed = installation.data().resolve("tracks").resolve(track);
            if (!Files.isRegularFile(installed.resolve("quads.xml"))) {
                throw new EnvironmentException("'" + track + "' is neither one of " + ROADS + " nor a race track of the installed game ("
                        + installed.getParent() + ")");
            }
            return GameFolder.links(installed);
        }
    }
}
