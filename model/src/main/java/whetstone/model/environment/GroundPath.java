package whetstone.model.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import whetstone.model.VehicleModel;

/**
 * Where a steering command leads: the strip of flat ground that the vehicle sweeps while the command is held, by the kinematic
 * bicycle and its steering-rate limit, at constant speed. The same motion as {@link Skyway}'s. Immutable.
 *
 * @param middle the way of the rear axle's middle, beginning at the vehicle
 * @param left the left edge, point by point beside the middle
 * @param right the right edge
 */
public record GroundPath(List<GroundPoint> middle, List<GroundPoint> left, List<GroundPoint> right) {
    /** Points per second along the way. */
    private static final int RATE = 60;
    private static final int STEPS = 2;

    public GroundPath {
        middle = List.copyOf(middle);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * @param speed metres per second, not negative
     * @param steeringDegrees present angle of the front wheels, positive to the right
     * @param steer command in [-1, 1], positive to the right
     * @param seconds how far ahead, 0 to 60
     */
    public static GroundPath of(VehicleModel vehicle, double speed, double steeringDegrees, double steer, double seconds) {
        if (!(speed >= 0 && steer >= -1 && steer <= 1 && seconds >= 0 && seconds <= 60) || !Double.isFinite(speed + steeringDegrees)) {
            throw new IllegalArgumentException("no path can be drawn for speed " + speed + " m/s, steering " + steeringDegrees
                    + " degrees, command " + steer + ", " + seconds + " s");
        }
        return swept(vehicle, speed, steeringDegrees, _ -> steer, seconds);
    }

    /**
     * The strip that is swept while a command after the other is given, each for one tick.
     *
     * @param steer commands in [-1, 1], positive to the right; at most 60 s of them
     */
    public static GroundPath following(VehicleModel vehicle, double speed, double steeringDegrees, float[] steer, double ticksPerSecond) {
        if (!(speed >= 0 && ticksPerSecond > 0 && steer.length <= 60 * ticksPerSecond) || !Double.isFinite(speed + steeringDegrees)) {
            throw new IllegalArgumentException("no path can be drawn for speed " + speed + " m/s, steering " + steeringDegrees
                    + " degrees, " + steer.length + " commands at " + ticksPerSecond + " a second");
        }
        float[] commands = steer.clone();
        return swept(vehicle, speed, steeringDegrees,
                now -> commands[Math.clamp((int) (now * ticksPerSecond + 1e-9), 0, Math.max(0, commands.length - 1))],
                commands.length / ticksPerSecond);
    }

    /** @param steer the command at a time in seconds from now */
    private static GroundPath swept(VehicleModel vehicle, double speed, double steeringDegrees, DoubleUnaryOperator steer, double seconds) {
        Bicycle bicycle = new Bicycle(vehicle);
        double most = vehicle.maximumSteeringDegrees();
        bicycle.speed = speed;
        bicycle.steering = Math.toRadians(Math.clamp(steeringDegrees, -most, most));
        Builder path = new Builder(vehicle.widthMetres() / 2);
        path.add(bicycle);
        for (int point = 1; point <= Math.ceil(seconds * RATE); point++) {
            double begin = (point - 1.0) / RATE;
            double span = Math.min(1.0 / RATE, seconds - begin);
            for (int step = 0; step < STEPS; step++) {
                bicycle.advance(steer.applyAsDouble(begin), span / STEPS);
            }
            path.add(bicycle);
        }
        return new GroundPath(path.middle, path.left, path.right);
    }

    /** Collects the points. */
    private record Builder(double halfWidth, List<GroundPoint> middle, List<GroundPoint> left, List<GroundPoint> right) {
        Builder(double halfWidth) {
            this(halfWidth, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Bicycle at) {
            double acrossForward = -Math.sin(at.heading) * halfWidth;
            double acrossRight = Math.cos(at.heading) * halfWidth;
            middle.add(new GroundPoint(at.x, at.y));
            left.add(new GroundPoint(at.x - acrossForward, at.y - acrossRight));
            right.add(new GroundPoint(at.x + acrossForward, at.y + acrossRight));
        }
    }
}
