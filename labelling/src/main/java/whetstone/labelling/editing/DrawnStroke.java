package whetstone.labelling.editing;

import java.util.List;
import java.util.function.IntFunction;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;

/**
 * A stroke that says exactly these actions at exactly these ticks: one sample when a playback at full speed reaches each of them.
 * So what was edited is kept as what was steered is, and read back by the same function.
 */
public final class DrawnStroke {
    /** What stands as the device of a stroke that no stick gave. */
    public static final String DEVICE = "drawn";

    private DrawnStroke() {}

    /** @param actions the action at each tick of the range, of the head's action spec */
    public static Stroke of(StrokeRecorder.Head head, TickRange range, IntFunction<Action> actions) {
        int dimensions = head.action().size();
        long[] nanos = new long[range.length()];
        float[] values = new float[nanos.length * dimensions];
        double ticksPerNano = head.ticksPerSecond() * 1e-9;
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = Math.round(i / ticksPerNano);
            System.arraycopy(actions.apply(range.from() + i).toArray(), 0, values, i * dimensions, dimensions);
        }
        return new Stroke(0, head.rollout(), head.expert(), head.device(), head.startedAt(), head.ticksPerSecond(), head.action(),
                List.of(new PlaybackSegment(0, range.from(), 1)), new StrokeSamples(dimensions, nanos, values), Stroke.Origin.DRAWN);
    }
}
