package whetstone.app.label;

import java.util.Arrays;
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
    private static final double LONGEST_SECONDS = 3;

    /** @param seconds how far ahead the command is held */
    static Ribbon of(Frame frame, OptionalDouble steer, double seconds) {
        return steer.isEmpty() ? NONE : onPicture(frame, GroundPath.of(frame.environment().vehicle(), frame.speed(),
                frame.steeringDegrees(), Math.clamp(steer.getAsDouble(), -1, 1), seconds));
    }

    /** Where the labels in force lead, one tick after the other, from the frame's tick on; none where it carries no label. */
    static Ribbon following(Frame frame, float[] label) {
        int from = Math.min(frame.step().tick(), label.length);
        int most = (int) Math.min(label.length, from + LONGEST_SECONDS * frame.environment().ticksPerSecond());
        int to = from;
        while (to < most && !Float.isNaN(label[to])) {
            to++;
        }
        return to == from ? NONE : onPicture(frame, GroundPath.following(frame.environment().vehicle(), frame.speed(),
                frame.steeringDegrees(), Arrays.copyOfRange(label, from, to), frame.environment().ticksPerSecond()));
    }

    private static Ribbon onPicture(Frame frame, GroundPath path) {
        GroundProjection projection = new GroundProjection(frame.environment().frontCamera().profile(), frame.size().width(),
                frame.size().height());
        return new Ribbon(projection.outline(path), projection.line(path.left()), projection.line(path.right()));
    }
}
