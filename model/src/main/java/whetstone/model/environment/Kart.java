package whetstone.model.environment;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import whetstone.model.Event;
import whetstone.model.VehicleModel;

/** The kart on its road: driving, falling, laps; no pictures. Mutable, one thread. */
final class Kart {
    /** Metres per second squared at full throttle, and at full brake. */
    private static final double THRUST = 4;
    private static final double BRAKE = 8;
    private static final double GRAVITY = 9.81;
    private static final double FASTEST = 1.4;

    private final Track track;
    private final Difficulty difficulty;
    private final Bicycle body;
    private double along;
    private double lateral;
    private double progress;

    Kart(Track track, Difficulty difficulty, VehicleModel vehicle) {
        this.track = track;
        this.difficulty = difficulty;
        this.body = new Bicycle(vehicle);
    }

    /** Starts somewhere along the road, a little off the centre and askew, as the random numbers have it. */
    void start(SplittableRandom random) {
        place(random.nextDouble() * track.length());
        double aside = 0.15 * difficulty.roadWidth() * random.nextDouble(-1, 1);
        body.x -= aside * Math.sin(body.heading);
        body.y += aside * Math.cos(body.heading);
        body.heading += Math.toRadians(4) * random.nextDouble(-1, 1);
        progress = 0;
        locate();
    }

    /** What a tick led to. */
    record Moved(Set<Event> events, double distance) {}

    /** One tick at a constant command; a fall ends it. */
    Moved drive(double steer, double throttle, double seconds) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        double before = progress;
        int steps = (int) Math.ceil(seconds / Bicycle.LONGEST_STEP - 1e-9);
        for (int i = 0; i < steps && events.isEmpty(); i++) {
            accelerate(throttle, seconds / steps);
            body.advance(steer, seconds / steps);
            locate();
            if (Math.abs(lateral) > difficulty.roadWidth() / 2) {
                events.add(Event.FALL);
                place(along);
            }
        }
        if (Math.floor(progress / track.length()) > Math.floor(before / track.length())) {
            events.add(Event.LAP);
        }
        return new Moved(events, progress - before);
    }

    KartPose pose() {
        return new KartPose(body.x, body.y, body.heading, body.speed, body.steering, along, lateral);
    }

    double progress() {
        return progress;
    }

    void restore(KartPose pose, double metres) {
        body.x = pose.x();
        body.y = pose.y();
        body.heading = pose.heading();
        body.speed = pose.speed();
        body.steering = pose.steering();
        along = pose.along();
        lateral = pose.lateral();
        progress = metres;
    }

    private void place(double where) {
        along = track.wrap(where);
        lateral = 0;
        body.x = track.x(along);
        body.y = track.y(along);
        body.heading = track.heading(along);
        body.speed = difficulty.speed();
        body.steering = 0;
    }

    /** With a throttle of NaN the speed is constant. */
    private void accelerate(double throttle, double seconds) {
        if (!Double.isNaN(throttle)) {
            double acceleration = throttle * (throttle > 0 ? THRUST : BRAKE) - GRAVITY * track.slope(along);
            body.speed = Math.clamp(body.speed + acceleration * seconds, 0, FASTEST * difficulty.speed());
        }
    }

    private void locate() {
        double nearest = track.nearest(body.x, body.y, along);
        progress += nearest - along;
        along = track.wrap(nearest);
        lateral = track.lateral(body.x, body.y, along);
    }
}
