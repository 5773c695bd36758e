package whetstone.app.label;

import java.util.List;
import java.util.OptionalDouble;
import whetstone.model.environment.GroundPath;
import whetstone.model.environment.GroundProjection;
import whetstone.model.environment.PicturePoint;

/**
 * Where a steering command would lead from a frame, as it appears in the picture as shown: computed with the recording's own
 * vehicle, its speed and steering angle at that tick, and its camera's profile. Pure.
 */
record Ribbon(List<PicturePoint> outline, List<PicturePoint> left, List<PicturePoint> right) {
    static final Ribbon NONE = new Ribbon(List.of(), List.of(), List.of());
    /** Far enough to see where a command ends, near enough that it could still be held. */
    private static final double SECONDS_AHEAD = 1.6;

    static Ribbon of(Frame frame, OptionalDouble steer) {
        if (steer.isEmpty()) {
            return NONE;
        }
        GroundPath path = GroundPath.of(frame.environment().vehicle(), frame.speed(), frame.steeringDegrees(),
                Math.clamp(steer.getAsDouble(), -1, 1), SECONDS_AHEAD);
        GroundProjection projection = new GroundProjection(frame.environment().frontCamera().profile(), frame.size().width(),
                frame.size().height());
        return new Ribbon(projection.outline(path), projection.line(path.left()), projection.line(path.right()));
    }
}
