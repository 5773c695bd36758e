package whetstone.model.environment.supertuxkart;

import java.util.function.DoubleSupplier;
import whetstone.model.Picture;
import whetstone.model.environment.EnvironmentException;

/**
 * The kart in the running game, driven frame by frame on the game's own clock: however busy the machine is, a decision lasts as long for the kart.
 * Keeps the kart near one speed, as in Ross et al. 2011, and puts it back on the road. One thread.
 */
final class Ride implements AutoCloseable {
    /** What a frame is expected to take: the game is limited to thirty a second. */
    private static final double FRAME_SECONDS = 1 / 30.0;
    private static final double SECONDS_OFF_ROAD = 0.15;
    private static final double SECONDS_STUCK = 2.5;
    private static final double STUCK_SPEED = 1;
    /** The game puts a fallen kart back by itself; a kart beside the road, or one that it forgets, is put back by its rescue key. */
    private static final double PATIENCE_SECONDS = 1.5;
    private static final double LONGEST_RESCUE_SECONDS = 30;

    private final Game game;
    private final Driveline driveline;
    private final double cruise;
    private final SteeringKeys keys = new SteeringKeys();
    private Telemetry.Motion motion;
    private KartPlace place;
    private double clock;
    private double offRoadSince = Double.NaN;
    private double slowSince = Double.NaN;

    /** @param cruise metres per second that are kept */
    Ride(Game game, Driveline driveline, double cruise) {
        this.game = game;
        this.driveline = driveline;
        this.cruise = cruise;
        game.proceed();
        Telemetry.Report report = game.next();
        while (!(report instanceof Telemetry.Motion first)) {
            report = game.next();
        }
        motion = first;
        place = KartPlace.of(first, driveline);
        game.halt();
    }

    KartPlace place() {
        return place;
    }

    /** Seconds on the game's clock. */
    double clock() {
        return clock;
    }

    /** The wheels' angle as a share of full lock, positive to the right. */
    double wheels() {
        return keys.angle();
    }

    Picture picture() {
        return game.window().picture();
    }

    /**
     * Lets the game run until its clock says so, or until the kart has left the road or is stuck.
     *
     * @param steer asked at every frame
     * @return whether the kart left the road or is stuck: it must be put back before it is driven on
     */
    boolean drive(double until, DoubleSupplier steer) {
        game.proceed();
        while (clock < until && !lost()) {
            double wanted = steer.getAsDouble();
            SteeringKeys.Held held = keys.choose(wanted, FRAME_SECONDS);
            hold(held);
            game.window().hold(GameWindow.Key.ACCELERATE, place.speed() < cruise);
            keys.pass(held, wanted, frame());
        }
        game.halt();
        return lost();
    }

    private boolean lost() {
        return clock - offRoadSince > SECONDS_OFF_ROAD || clock - slowSince > SECONDS_STUCK;
    }

    /** Waits until the game has put the kart back on the road and it stands there. */
    void putBack() {
        game.window().releaseAll();
        game.proceed();
        Rescue rescue = new Rescue();
        double start = clock;
        boolean asked = false;
        while (!rescue.over() && clock < start + LONGEST_RESCUE_SECONDS) {
            // The key is pressed for a few frames, and again where the game did not hear it.
            double waited = (clock - start) % (4 * PATIENCE_SECONDS);
            boolean press = !rescue.leapt() && waited > PATIENCE_SECONDS && waited < PATIENCE_SECONDS + 0.2;
            asked |= press;
            game.window().hold(GameWindow.Key.RESCUE, press);
            frame(rescue);
        }
        game.window().releaseAll();
        game.halt();
        keys.straighten();
        offRoadSince = Double.NaN;
        slowSince = Double.NaN;
        if (!rescue.over()) {
            throw new EnvironmentException("SuperTuxKart did not put the kart back on the road within "
                    + (int) LONGEST_RESCUE_SECONDS + " s" + (asked ? ", although its rescue key was pressed" : ""));
        }
    }

    private void hold(SteeringKeys.Held held) {
        game.window().hold(GameWindow.Key.LEFT, held == SteeringKeys.Held.LEFT);
        game.window().hold(GameWindow.Key.RIGHT, held == SteeringKeys.Held.RIGHT);
    }

    private double frame() {
        return frame(new Rescue());
    }

    /** Waits for the next frame. @return the seconds it took on the game's clock */
    private double frame(Rescue rescue) {
        double before = clock;
        while (clock <= before) {
            switch (game.next()) {
                case Telemetry.Clock(double seconds) -> clock = Math.max(clock, seconds);
                case Telemetry.Motion moved -> move(moved, rescue);
            }
        }
        offRoadSince = since(offRoadSince, place.offRoad());
        slowSince = since(slowSince, place.speed() < STUCK_SPEED);
        return Math.min(clock - before, 0.2);
    }

    private void move(Telemetry.Motion moved, Rescue rescue) {
        place = KartPlace.of(moved, driveline);
        rescue.see(motion, moved, place);
        motion = moved;
    }

    private double since(double begun, boolean now) {
        return !now ? Double.NaN : Double.isNaN(begun) ? clock : begun;
    }

    @Override
    public void close() {
        game.close();
    }
}
