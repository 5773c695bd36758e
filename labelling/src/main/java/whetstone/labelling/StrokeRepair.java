package whetstone.labelling;

import java.util.Optional;
import java.util.TreeMap;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.replay.PlaybackSegment;

/**
 * Computes the label that a stroke meant from what the stick said: a pure function of the raw samples, the playback and the calibrations,
 * so that old strokes can be repaired better by a later version. Four things are done, all in the expert's own time.
 *
 * <ul><li><b>Lag.</b> What answers the frame shown at a moment is what the stick said a lag later; in the recording that is lag times
 * playback speed (METHODS section 9). Where playback was stopped on a frame longer than that, the hand had come to rest and the end of
 * the stop counts. What comes after the stroke's end is not known: there its last value holds.
 * <li><b>Gain.</b> The steering meant is the steering given, less the bias, divided by the gain.
 * <li><b>Noise and aliasing.</b> A tick's label is an average, by a raised cosine that is a tick wide at half its height and moves nothing in
 * time; never narrower than an arm can move and never wider than {@value #WIDEST_SECONDS} s.
 * <li><b>Edges.</b> Where a correction begins or ends upon an older one, it is faded in and out: see {@link LabelTrack}.</ul>
 *
 * <p>An expert who was never measured with the device has his labels as they were given; so has everything that was drawn.
 */
public final class StrokeRepair {
    /** Of this computation: noted wherever repaired labels leave the program. */
    public static final int VERSION = 1;
    /** Leaves every label as it was given, edges too. */
    public static final StrokeRepair NONE = new StrokeRepair(Calibrations.NONE);

    static final double NARROWEST_SECONDS = 0.15;
    static final double WIDEST_SECONDS = 0.5;
    private static final double SAMPLING_SECONDS = 0.01;
    /** Stands for the slowest playback there is where the recording was stopped. */
    private static final double STOPPED = 1e-3;
    private static final String STEER = "steer";

    private final Calibrations calibrations;

    private StrokeRepair(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    public static StrokeRepair with(Calibrations calibrations) {
        return new StrokeRepair(calibrations);
    }

    /** Whether the edges of a stroke that was laid upon an older one are faded. */
    boolean fades(Stroke stroke) {
        return switch (stroke.origin()) {
            case DRAWN -> false;
            case STICK -> this != NONE;
        };
    }

    /** The labels as they were meant, on the same ticks as the raw ones. */
    public StrokeTicks repaired(Stroke stroke, TickRange within) {
        if (!repairs(stroke)) {
            return StrokeTicks.of(stroke, within);
        }
        TreeMap<Integer, float[]> values = new TreeMap<>();
        long end = Showings.end(stroke);
        Showings.of(stroke, within).forEach((tick, showing) -> values.put(tick, meant(stroke, showing, end)));
        return new StrokeTicks(stroke.action(), values);
    }

    /** Whether this repair changes anything of a stroke. */
    public boolean repairs(Stroke stroke) {
        return switch (stroke.origin()) {
            case DRAWN -> false;
            case STICK -> calibration(stroke, 1).isPresent();
        };
    }

    /** When the last frame that a stroke was given to is answered; {@link Long#MIN_VALUE} where no lag is known. */
    long answered(Stroke stroke) {
        if (!repairs(stroke)) {
            return Long.MIN_VALUE;
        }
        long answered = Long.MIN_VALUE;
        long until = Showings.end(stroke);
        for (PlaybackSegment segment : stroke.playback().reversed()) {
            long shown = segment.speed() == 0 ? segment.startNanos() : until;
            answered = Math.max(answered, shown + lagNanos(stroke, segment.speed()));
            until = segment.startNanos();
        }
        return answered;
    }

    private long lagNanos(Stroke stroke, double speed) {
        return Math.round(calibration(stroke, Math.max(STOPPED, speed)).orElseThrow().lagSeconds() * 1e9);
    }

    private Optional<Calibration> calibration(Stroke stroke, double speed) {
        return calibrations.at(stroke.expert(), stroke.device(), speed, stroke.startedAt());
    }

    private float[] meant(Stroke stroke, Showings.Showing showing, long end) {
        Calibration hand = calibration(stroke, Math.max(STOPPED, showing.speed())).orElseThrow();
        long answered = showing.since() + Math.round(hand.lagSeconds() * 1e9);
        float[] values = showing.speed() == 0 ? stroke.samples().at(Math.min(end, Math.max(showing.counts(), answered)))
                : average(stroke, Math.min(end, answered), showing.speed(), end);
        for (int i = 0; i < values.length; i++) {
            if (stroke.action().dimensions().get(i).name().equals(STEER)) {
                values[i] = (float) ((values[i] - hand.bias()) / hand.gain());
            }
        }
        return values;
    }

    /** The average around a moment; a window that reaches over the stroke's begin or end is narrowed on both sides alike. */
    private static float[] average(Stroke stroke, long around, double speed, long end) {
        double tick = 1 / (stroke.ticksPerSecond() * speed);
        double reach = Math.clamp(tick, NARROWEST_SECONDS, WIDEST_SECONDS);
        StrokeSamples samples = stroke.samples();
        double room = Math.min(end - around, around - samples.nanos(0)) * 1e-9;
        int steps = (int) (Math.min(reach, Math.max(0, room)) / SAMPLING_SECONDS);
        double[] sums = new double[samples.dimensions()];
        double weights = 0;
        for (int step = -steps; step <= steps; step++) {
            double weight = 1 + Math.cos(Math.PI * step / (steps + 1));
            int index = Math.max(0, samples.lastAtOrBefore(around + Math.round(step * SAMPLING_SECONDS * 1e9)));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * samples.value(index, i);
            }
            weights += weight;
        }
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i] / weights);
        }
        return values;
    }
}
