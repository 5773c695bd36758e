package whetstone.labelling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.replay.PlaybackSegment;

/**
 * Computes the label that a stroke meant from what the stick said: a pure function of the raw samples, the playback and the calibrations,
 * so that old strokes can be repaired better by a later version. Four things are done, all in the expert's own time.
 *
 * <ul><li><b>Lag.</b> What answers the picture seen at a moment is what the stick said a lag later; in the recording that is lag times
 * playback speed (METHODS section 9). A picture stays for a whole tick, so the middle of that time is when it was seen. Where playback was
 * stopped on a frame longer than the lag, the hand had come to rest and the end of the stop counts. What comes after the stroke's end is
 * not known: there its last value holds.
 * <li><b>Gain.</b> The steering meant is the steering given, less the bias, divided by the gain, inside the action's bounds. Other
 * dimensions are shifted only: no calibration measures them.
 * <li><b>Noise and aliasing.</b> The steering of a tick is an average by a raised cosine, which moves nothing in time. It is as wide in all
 * as the tick was shown, but at half its height not narrower than {@value #NARROWEST_SECONDS} s, over the square root of the speed: a
 * hand moves more slowly where the recording does, though not in the same measure. It never reaches over a jump to answers that belong
 * to another place. Widths were chosen on simulated hands; inverting the arm's low-pass as well made the noise worse than the gain.
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
    /** Of the average on each side. */
    private static final int STEPS = 32;
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
        Reading reading = new Reading(stroke, Showings.of(stroke, within));
        TreeMap<Integer, float[]> values = new TreeMap<>();
        reading.showings.byTick().forEach((tick, showing) -> values.put(tick, reading.meant(showing)));
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
            answered = Math.max(answered, shown + lagNanos(calibration(stroke, Math.max(STOPPED, segment.speed())).orElseThrow()));
            until = segment.startNanos();
        }
        return answered;
    }

    private Optional<Calibration> calibration(Stroke stroke, double speed) {
        return calibrations.at(stroke.expert(), stroke.device(), speed, stroke.startedAt());
    }

    private static long lagNanos(Calibration hand) {
        return Math.round(hand.lagSeconds() * 1e9);
    }

    /** One stroke, read tick by tick. */
    private final class Reading {
        private final Stroke stroke;
        private final Showings showings;
        private final Map<Double, Calibration> hands = new HashMap<>();

        Reading(Stroke stroke, Showings showings) {
            this.stroke = stroke;
            this.showings = showings;
        }

        float[] meant(Showings.Showing showing) {
            Calibration hand = hands.computeIfAbsent(Math.max(STOPPED, showing.speed()), speed -> calibration(stroke, speed).orElseThrow());
            long lag = lagNanos(hand);
            long seen = showing.stopped() ? Math.max(showing.since(), showing.until() - lag)
                    : showing.since() + (showing.until() - showing.since()) / 2;
            long answer = Math.min(showings.end(), seen + lag);
            float[] values = stroke.samples().at(answer);
            for (int i = 0; i < values.length; i++) {
                if (stroke.action().dimensions().get(i).name().equals(STEER)) {
                    double given = showing.stopped() ? values[i] : average(i, answer, reach(showing, answer, lag));
                    values[i] = (float) ((given - hand.bias()) / hand.gain());
                }
            }
            return values;
        }

        /** How far the average reaches to either side, in nanoseconds: only over answers to this place in the recording. */
        private double reach(Showings.Showing showing, long answer, long lag) {
            double wanted = Math.max((showing.until() - showing.since()) / 2.0, NARROWEST_SECONDS / Math.sqrt(showing.speed()) * 1e9);
            long from = showings.begunAt(showing.since()) + lag;
            long to = Math.min(showings.end(), showings.endedAt(showing.since()) + lag);
            return Math.max(0, Math.min(wanted, Math.min(answer - from, to - answer)));
        }

        private double average(int dimension, long around, double reach) {
            double sum = 0;
            double weights = 0;
            for (int step = -STEPS; step <= STEPS; step++) {
                double weight = 1 + Math.cos(Math.PI * step / (STEPS + 1));
                int sample = stroke.samples().lastAtOrBefore(around + Math.round(step * reach / (STEPS + 1)));
                sum += weight * stroke.samples().value(Math.max(0, sample), dimension);
                weights += weight;
            }
            return sum / weights;
        }
    }
}
