package whetstone.model.environment.supertuxkart;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.VehicleModel;
import whetstone.model.environment.Environment;
import whetstone.model.policy.AreaAverage;

/**
 * SuperTuxKart, the game of the original DAgger experiment (Ross, Gordon, Bagnell 2011, arXiv 1011.0686, section 5.1), captured and steered
 * from outside at a constant speed. Between two decisions the game is halted; while it runs, it runs in real time or slower.
 * Leaving the road is a fall: the game puts the kart back on the road's middle.
 *
 * <p>An episode begins where the last one ended, so that no time is lost: a program takes the kart to its speed, for a time that the
 * seed decides, and then hands over. The same seed does not give the same start, and no state can be restored. One thread.
 */
public final class SuperTuxKart implements Environment {
    static final String NAME = "supertuxkart";
    /** Metres per second that the kart keeps. */
    static final double SPEED = 15;
    private static final double TICKS_PER_SECOND = 5;
    private static final double FULL_LOCK_DEGREES = 6;
    /** Measured in its picture: seen at a road 8 m wide: the horizon lies 23 of 240 rows above the middle, 80 degrees are seen from top to bottom. */
    private static final CameraProfile CAMERA = new CameraProfile(1.33, 9.1, 96, 0, -2.8);
    private static final double SHORTEST_LEAD_SECONDS = 1.5;
    private static final double LEAD_SECONDS = 1.5;
    private static final double LONGEST_LEAD_SECONDS = 20;

    private final Ride ride;
    private final Driveline driveline;
    private final DrivelineExpert expert;
    private final EnvironmentSpec spec;
    private final PaceMeter pace;
    private double tickEnd;
    private double progress;
    private boolean begun;

    /**
     * @param width of the pictures, at most the window's
     * @param height of the pictures, at most the window's
     */
    SuperTuxKart(Ride ride, Driveline driveline, String track, int width, int height, OptionalDouble ticksPerSecond, PaceMeter pace) {
        this.ride = ride;
        this.driveline = driveline;
        this.expert = new DrivelineExpert(driveline, ride::place);
        this.pace = pace;
        VehicleModel vehicle = new VehicleModel(1.2, FULL_LOCK_DEGREES, FULL_LOCK_DEGREES / 0.2, 1.2, SPEED);
        Camera camera = new Camera("front", width, height, 3, CAMERA);
        this.spec = new EnvironmentSpec(NAME, track, ticksPerSecond.orElse(TICKS_PER_SECOND), ActionSpec.STEER, List.of(camera),
                List.of(EnvironmentSpec.SPEED, EnvironmentSpec.STEERING_ANGLE), vehicle, false);
    }

    /** Pure pursuit on the track's driveline. */
    DrivelineExpert expert() {
        return expert;
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public Observation reset(long seed) {
        double lead = SHORTEST_LEAD_SECONDS + LEAD_SECONDS * new SplittableRandom(seed).nextDouble();
        double start = ride.clock();
        boolean ready = false;
        while (!ready) {
            boolean lost = ride.drive(ride.clock() + lead, () -> expert.steer(ride.place()));
            if (lost) {
                ride.putBack();
            }
            ready = !lost && (ride.place().speed() > 0.8 * SPEED || ride.clock() - start > LONGEST_LEAD_SECONDS);
        }
        begun = true;
        progress = 0;
        tickEnd = ride.clock();
        return observe();
    }

    @Override
    public Outcome step(Action action) {
        if (!begun) {
            throw new IllegalStateException("SuperTuxKart was not reset before the first step");
        }
        if (!action.spec().equals(spec.action())) {
            throw new IllegalArgumentException("SuperTuxKart takes actions of " + spec.action() + ", not of " + action.spec());
        }
        Set<Event> events = EnumSet.noneOf(Event.class);
        double from = ride.place().road().along();
        double period = 1 / spec.ticksPerSecond();
        tickEnd += period;
        long started = System.nanoTime();
        boolean lost = ride.drive(tickEnd, action::steer);
        pace.tick(period, (System.nanoTime() - started) * 1e-9);
        if (lost) {
            events.add(Event.FALL);
            ride.putBack();
            tickEnd = ride.clock();
        }
        double way = driveline.way(from, ride.place().road().along());
        progress += way;
        if (progress >= driveline.length()) {
            progress -= driveline.length();
            events.add(Event.LAP);
        }
        return new Outcome(observe(), events, way, false);
    }

    @Override
    public OptionalDouble offCentre() {
        Driveline.Place road = ride.place().road();
        return OptionalDouble.of(Math.abs(road.lateral()) / road.halfWidth());
    }

    private Observation observe() {
        Camera camera = spec.frontCamera();
        return new Observation(Map.of(camera.name(), smaller(ride.picture(), camera)),
                new StateVector((float) ride.place().speed(), (float) (ride.wheels() * FULL_LOCK_DEGREES)));
    }

    private static Picture smaller(Picture whole, Camera camera) {
        if (whole.width() == camera.width() && whole.height() == camera.height()) {
            return whole;
        }
        int[] averaged = new int[3 * camera.width() * camera.height()];
        new AreaAverage(whole.width(), whole.height(), camera.width(), camera.height()).reduce(whole, averaged);
        byte[] samples = new byte[averaged.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) averaged[i];
        }
        return new Picture(camera.width(), camera.height(), 3, samples);
    }

    @Override
    public void close() {
        ride.close();
    }
}
