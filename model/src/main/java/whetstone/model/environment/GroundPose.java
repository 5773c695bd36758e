package whetstone.model.environment;

import whetstone.model.VehicleModel;

/**
 * Where a vehicle is on flat ground, reckoned from its own speed and steering alone: metres ahead and to the right of where it was at
 * first, and radians to the right of how it stood. Immutable.
 */
public record GroundPose(double forward, double right, double heading) {
    public static final GroundPose START = new GroundPose(0, 0, 0);

    /**
     * Where it is after a command was held: by the kinematic bicycle and its steering-rate limit, at constant speed.
     *
     * @param speed metres per second, not negative
     * @param steeringDegrees angle of the front wheels at first, positive to the right
     * @param steer command in [-1, 1]
     */
    public GroundPose after(VehicleModel vehicle, double speed, double steeringDegrees, double steer, double seconds) {
        Bicycle bicycle = new Bicycle(vehicle);
        bicycle.x = forward;
        bicycle.y = right;
        bicycle.heading = heading;
        bicycle.speed = speed;
        bicycle.steering = Math.toRadians(steeringDegrees);
        int steps = (int) Math.ceil(seconds / Bicycle.LONGEST_STEP - 1e-9);
        for (int i = 0; i < steps; i++) {
            bicycle.advance(steer, seconds / steps);
        }
        return new GroundPose(bicycle.x, bicycle.y, bicycle.heading);
    }

    /** The point to which a command leads from here, on an arc of this many metres. */
    public GroundPoint aim(VehicleModel vehicle, double steer, double metres) {
        double curvature = Math.tan(steer * Math.toRadians(vehicle.maximumSteeringDegrees())) / vehicle.wheelbaseMetres();
        double turned = curvature * metres;
        double ahead = Math.abs(turned) < 1e-9 ? metres : Math.sin(turned) / curvature;
        double aside = Math.abs(turned) < 1e-9 ? 0 : (1 - Math.cos(turned)) / curvature;
        return new GroundPoint(forward + ahead * Math.cos(heading) - aside * Math.sin(heading),
                right + ahead * Math.sin(heading) + aside * Math.cos(heading));
    }

    /** The command in [-1, 1] whose arc leads from here to a point: pure pursuit (Coulter 1992, CMU-RI-TR-92-01). */
    public double towards(VehicleModel vehicle, GroundPoint point) {
        double dx = point.forward() - forward;
        double dy = point.right() - right;
        double curvature = 2 * (dy * Math.cos(heading) - dx * Math.sin(heading)) / Math.max(1e-9, dx * dx + dy * dy);
        return Math.clamp(Math.atan(vehicle.wheelbaseMetres() * curvature) / Math.toRadians(vehicle.maximumSteeringDegrees()), -1, 1);
    }
}
