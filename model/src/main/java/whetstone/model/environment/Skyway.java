package whetstone.model.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.VehicleModel;

/**
 * A kart on a road that floats in space, after the Star Track of Ross, Gordon and Bagnell 2011 (arXiv 1011.0686, section 5.1).
 * Falling is possible everywhere: a fallen kart is put back on the centre line and the fall is an event. An episode never ends by
 * itself. The same seed and actions give the same motion and the same pixels. One thread at a time.
 */
public final class Skyway implements Environment {
    private final SkywaySettings settings;
    private final Track track;
    private final EnvironmentSpec spec;
    private final Kart kart;
    private final Map<String, SkywayRenderer> renderers = new LinkedHashMap<>();
    private long seed;
    private int ticks = -1;

    public Skyway(SkywaySettings settings) {
        this(settings, SkywayTracks.track(settings.track(), settings.difficulty()));
    }

    Skyway(SkywaySettings settings, Track track) {
        this.settings = settings;
        this.track = track;
        Difficulty difficulty = settings.difficulty();
        VehicleModel vehicle = new VehicleModel(1.6, 24, 120, 1.2, difficulty.speed());
        this.spec = new EnvironmentSpec(SkywaySettings.NAME, settings.track() + " " + difficulty.name(), settings.ticksPerSecond(),
                settings.action(), settings.cameras(), List.of(EnvironmentSpec.SPEED, EnvironmentSpec.STEERING_ANGLE), vehicle, true);
        this.kart = new Kart(track, difficulty, vehicle);
        for (Camera camera : settings.cameras()) {
            renderers.put(camera.name(), new SkywayRenderer(track, difficulty, camera));
        }
    }

    public SkywaySettings settings() {
        return settings;
    }

    public Track track() {
        return track;
    }

    /** Where the kart is: for experts and evaluations that may know it. */
    public KartPose kart() {
        return kart.pose();
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public Observation reset(long newSeed) {
        start(newSeed);
        return observe();
    }

    @Override
    public Outcome step(Action action) {
        Kart.Moved moved = drive(action);
        return new Outcome(observe(), moved.events(), moved.distance(), false);
    }

    /** A reset that draws nothing. */
    void start(long newSeed) {
        seed = newSeed;
        ticks = 0;
        kart.start(new SplittableRandom(newSeed));
    }

    /** A step that draws nothing. */
    Kart.Moved drive(Action action) {
        begun();
        if (!action.spec().equals(spec.action())) {
            throw new IllegalArgumentException("Skyway takes actions of " + spec.action() + ", not of " + action.spec());
        }
        ticks++;
        double throttle = spec.action().equals(ActionSpec.STEER) ? Double.NaN : action.get("throttle");
        return kart.drive(action.steer(), throttle, 1 / spec.ticksPerSecond());
    }

    @Override
    public Optional<EnvironmentState> save() {
        begun();
        return Optional.of(new SkywayState(world(), seed, ticks, kart.progress(), kart.pose()).save());
    }

    @Override
    public Observation restore(EnvironmentState saved) {
        SkywayState state = SkywayState.of(saved);
        if (state.world() != world()) {
            throw new IllegalArgumentException("this state was saved on another track or difficulty than '" + spec.variant() + "'");
        }
        KartPose pose = state.kart();
        if (!(pose.along() >= 0 && pose.along() <= track.length() && Math.abs(pose.lateral()) <= settings.difficulty().roadWidth())) {
            throw new IllegalArgumentException("a saved state of Skyway lies off its road: it is damaged");
        }
        seed = state.seed();
        ticks = state.ticks();
        kart.restore(pose, state.progress());
        return observe();
    }

    @Override
    public OptionalDouble offCentre() {
        return OptionalDouble.of(Math.abs(kart.pose().lateral()) / (settings.difficulty().roadWidth() / 2));
    }

    private Observation observe() {
        KartPose pose = kart.pose();
        double daylight = Daylight.level(seed, ticks / spec.ticksPerSecond(), settings.difficulty().lightChange());
        Map<String, Picture> pictures = new LinkedHashMap<>();
        renderers.forEach((name, renderer) -> pictures.put(name, renderer.draw(pose, daylight)));
        return new Observation(pictures, new StateVector((float) pose.speed(), (float) Math.toDegrees(pose.steering())));
    }

    private int world() {
        return (settings.track() + " " + settings.difficulty()).hashCode();
    }

    private void begun() {
        if (ticks < 0) {
            throw new IllegalStateException("Skyway was not reset before the first step");
        }
    }
}
