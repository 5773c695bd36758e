package whetstone.app.label;

import java.util.Optional;
import java.util.OptionalDouble;
import whetstone.model.Action;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;

/**
 * One tick of a recording, ready to be shown: its front picture at the size of the screen, and its step.
 *
 * @param pixels opaque ARGB of the front camera's picture, not changed after
 */
record Frame(long rollout, EnvironmentSpec environment, Step step, PictureSize size, int[] pixels) {
    OptionalDouble learner() {
        return steer(step.learnerAction());
    }

    OptionalDouble executed() {
        return steer(step.executedAction());
    }

    /** Metres per second: measured, or the vehicle's nominal one. */
    double speed() {
        return environment.state(step.seen(), EnvironmentSpec.SPEED, environment.vehicle().nominalSpeed());
    }

    boolean speedMeasured() {
        return environment.stateNames().contains(EnvironmentSpec.SPEED);
    }

    /** The front wheels' angle now, in degrees: the vehicle goes on from it at its steering rate. */
    double steeringDegrees() {
        return environment.state(step.seen(), EnvironmentSpec.STEERING_ANGLE, 0);
    }

    private static OptionalDouble steer(Optional<Action> action) {
        return action.map(known -> OptionalDouble.of(known.steer())).orElse(OptionalDouble.empty());
    }
}
