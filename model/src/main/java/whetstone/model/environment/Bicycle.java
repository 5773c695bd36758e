package whetstone.model.environment;

import whetstone.model.VehicleModel;

/**
 * A kinematic bicycle on the plane with a steering-rate limit, advanced in small steps: the kart's own motion and the ribbons' path.
 * Metres and radians, headings and steering positive to the right. Mutable, one thread.
 */
final class Bicycle {
    /** Longest step in seconds by which motion is advanced. */
    static final double LONGEST_STEP = 1.0 / 120;

    private final VehicleModel vehicle;
    double x;
    double y;
    double heading;
    double speed;
    /** Angle of the front wheels. */
    double steering;

    Bicycle(VehicleModel vehicle) {
        this.vehicle = vehicle;
    }

    /** Moves on while the front wheels turn towards a command in [-1, 1]. */
    void advance(double steer, double seconds) {
        double wanted = steer * Math.toRadians(vehicle.maximumSteeringDegrees());
        double most = Math.toRadians(vehicle.steeringRateDegreesPerSecond()) * seconds;
        double before = steering;
        steering += Math.clamp(wanted - steering, -most, most);
        double turn = speed / vehicle.wheelbaseMetres() * Math.tan(0.5 * (before + steering)) * seconds;
        double middle = heading + 0.5 * turn;
        x += speed * Math.cos(middle) * seconds;
        y += speed * Math.sin(middle) * seconds;
        heading += turn;
    }
}
