package whetstone.model.expert;

import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.VehicleModel;
import whetstone.model.environment.KartPose;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.Track;

/**
 * Pure pursuit on the known track (Coulter 1992, CMU-RI-TR-92-01): steers on the arc that leads to a point of the centre line a
 * little ahead. It looks at the environment's state, not at the picture, and keeps to the middle, far from the edge. Drive thread.
 */
public final class PursuitExpert implements Expert {
    /** Metres ahead that are always looked, and seconds of driving on top. */
    private static final double NEAREST = 2.5;
    private static final double SECONDS = 0.28;
    private static final double THROTTLE_PER_SPEED = 0.5;

    private final Skyway skyway;

    public PursuitExpert(Skyway skyway) {
        this.skyway = skyway;
    }

    @Override
    public Action advise(Observation seen) {
        return advise();
    }

    /** The right action now, without a look at any picture. */
    public Action advise() {
        KartPose kart = skyway.kart();
        ActionSpec spec = skyway.spec().action();
        float[] values = new float[spec.size()];
        values[spec.indexOf("steer")] = (float) steer(kart);
        if (spec.size() > 1) {
            values[spec.indexOf("throttle")] =
                    (float) (THROTTLE_PER_SPEED * (skyway.settings().difficulty().speed() - kart.speed()));
        }
        return spec.clamp(values);
    }

    private double steer(KartPose kart) {
        Track track = skyway.track();
        double target = kart.along() + NEAREST + SECONDS * kart.speed();
        double dx = track.x(target) - kart.x();
        double dy = track.y(target) - kart.y();
        double right = dy * Math.cos(kart.heading()) - dx * Math.sin(kart.heading());
        double curvature = 2 * right / (dx * dx + dy * dy);
        VehicleModel vehicle = skyway.spec().vehicle();
        return Math.atan(vehicle.wheelbaseMetres() * curvature) / Math.toRadians(vehicle.maximumSteeringDegrees());
    }
}
