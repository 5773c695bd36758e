package whetstone.labelling.trial;

import whetstone.model.Action;
import whetstone.model.VehicleModel;
import whetstone.model.environment.GroundPose;

/**
 * What a label wants at a tick, said so that it can be followed from elsewhere too. A label answers the recorded state of its tick; played
 * back blindly it would be an answer to another question as soon as the tried vehicle is off the recorded way, and even a perfect expert's
 * labels would throw it off the road (docs/decisions/0005). But a steering command aims at a point of the road: what is kept is that
 * point, half a second ahead, where drivers look to keep to their lane (Land and Horwood 1995, Nature 377, 339).
 *
 * @param action the label's, for a vehicle at the recorded place
 * @param recorded where the recording's vehicle is at this tick, from where it was at the trial's first
 */
public record Wanted(Action action, GroundPose recorded) {
    private static final double SECONDS_AHEAD = 0.5;

    /**
     * The action of a vehicle at another place that aims at the same point; at the recorded place it is the label's own.
     *
     * @param speed metres per second; where half a second is less than a wheelbase there is nothing to aim at, and the label's own is given
     */
    Action from(GroundPose tried, VehicleModel vehicle, double speed) {
        double ahead = speed * SECONDS_AHEAD;
        if (ahead < vehicle.wheelbaseMetres() || tried.equals(recorded)) {
            return action;
        }
        float[] values = action.toArray();
        values[action.spec().indexOf("steer")] =
                (float) tried.towards(vehicle, recorded.aim(vehicle, action.steer(), ahead));
        return action.spec().clamp(values);
    }
}
