package whetstone.labelling.trust;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;

/**
 * How far each label of a rollout can be trusted, in [0, 1]. Version 1: an estimate of the label's error variance, weighed against the
 * error that does no harm,
 * <pre>trust = t^2 / (t^2 + r^2 + n^2 + s^2 + d^2),   t = 0.2</pre>
 * so that training with trust as weight is close to weighing by inverse variance. In steering commands,
 * <ul>
 * <li>r: how badly the expert repeats himself, over all his blind repeats (drawn towards 0.08 while there are few); where this very label
 *     was compared in a repeat, with himself or another, half of it is what they differ by within half a second,</li>
 * <li>n: how far the label is off the median of its neighbours within 0.3 s on both sides: jitter and seams, not turns,</li>
 * <li>s: how fast the label steers, in commands per second, times how uncertain its moment is: playback speed times the spread of the
 *     reaction lag (calibrated), or times a quarter of a second where no calibration took the lag out,</li>
 * <li>d: the device's rounding, the distance between two of its positions over the square root of 12.</li>
 * </ul>
 * An approval has r alone. What was drawn by editing has neither s nor d. Pure.
 */
public final class Trust {
    public static final int VERSION = 1;
    private static final float LEAST_WEIGHT = 0.05f;
    private static final double TOLERANCE = 0.2;
    private static final double NEIGHBOUR_SECONDS = 0.3;
    private static final double NEARBY_SECONDS = 0.5;

    private final LabelTrack track;
    private final double rate;
    private final TrustEvidence evidence;
    private final List<Comparison> comparisons;
    private final float[] label;
    /** By the stroke itself: to compare two is to compare all their samples. */
    private final Map<Stroke, PlaybackSpeeds> speeds = new IdentityHashMap<>();

    private Trust(long rollout, LabelTrack track, double ticksPerSecond, TrustEvidence evidence) {
        this.track = track;
        this.rate = ticksPerSecond;
        this.evidence = evidence;
        this.comparisons = evidence.comparisons(rollout);
        this.label = new float[track.length()];
        for (int tick = 0; tick < label.length; tick++) {
            label[tick] = track.correction(tick).map(action -> action.steer()).orElse(Float.NaN);
        }
    }

    /** The trust at every tick of a rollout; NaN where nothing is labelled or it was rejected. */
    public static float[] of(long rollout, LabelTrack track, double ticksPerSecond, TrustEvidence evidence) {
        return new Trust(rollout, track, ticksPerSecond, evidence).trust();
    }

    /** How much a label of this trust counts in training: so little that it does no harm, but never nothing. */
    public static float weight(float trust) {
        return Float.isNaN(trust) ? LEAST_WEIGHT : Math.max(LEAST_WEIGHT, trust);
    }

    private float[] trust() {
        float[] trust = new float[track.length()];
        Arrays.fill(trust, Float.NaN);
        for (LabelTrack.Span span : track.spans()) {
            for (int tick = span.range().from(); tick < span.range().to(); tick++) {
                trust[tick] = switch (span.entry().label()) {
                    case Label.Correction(_, Stroke stroke) -> of(repeats(tick, span.entry(), stroke.expert()) + steered(tick, stroke));
                    case Label.Approval _ -> of(repeats(tick, span.entry(), span.entry().expert()));
                    case Label.Rejection _ -> Float.NaN;
                };
            }
        }
        return trust;
    }

    private static float of(double variance) {
        return (float) (TOLERANCE * TOLERANCE / (TOLERANCE * TOLERANCE + variance));
    }

    private double steered(int tick, Stroke stroke) {
        double neighbours = neighbours(tick);
        return switch (stroke.origin()) {
            case DRAWN -> neighbours;
            case STICK -> {
                double speed = speeds.computeIfAbsent(stroke, PlaybackSpeeds::new).at(tick);
                double moment = speed * evidence.lagSpread(stroke, speed);
                double step = evidence.deviceStep(stroke).orElse(0);
                yield neighbours + moment * moment * squaredSlope(tick) + step * step / 12;
            }
        };
    }

    /** A label given since a repeat is not doubted for it. */
    private double repeats(int tick, JournalEntry.Labelled entry, String expert) {
        double overall = evidence.variance(expert);
        for (Comparison one : comparisons.reversed()) {
            if (!entry.at().isAfter(one.at()) && (expert.equals(one.first()) || expert.equals(one.second()))) {
                double here = one.meanSquareNear(tick, ticks(NEARBY_SECONDS)) / 2;
                return Double.isNaN(here) ? overall : (overall + here) / 2;
            }
        }
        return overall;
    }

    private double neighbours(int tick) {
        int reach = 0;
        while (reach < ticks(NEIGHBOUR_SECONDS) && known(tick - reach - 1) && known(tick + reach + 1)) {
            reach++;
        }
        float[] around = Arrays.copyOfRange(label, tick - reach, tick + reach + 1);
        Arrays.sort(around);
        double off = label[tick] - around[reach];
        return off * off;
    }

    private boolean known(int tick) {
        return tick >= 0 && tick < label.length && !Float.isNaN(label[tick]);
    }

    /** Mean of the squared change per second within half a second. */
    private double squaredSlope(int tick) {
        double sum = 0;
        int count = 0;
        for (int at = tick - ticks(NEARBY_SECONDS); at < tick + ticks(NEARBY_SECONDS); at++) {
            if (known(at) && known(at + 1)) {
                double slope = (label[at + 1] - label[at]) * rate;
                sum += slope * slope;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private int ticks(double seconds) {
        return Math.max(1, (int) Math.round(seconds * rate));
    }
}
