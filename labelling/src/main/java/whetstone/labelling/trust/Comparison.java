package whetstone.labelling.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.TickRange;

/**
 * Two experts' steering at the same ticks, given without sight of each other; or one expert's, then and now. The arrays are in the order
 * of the ticks, owned by this comparison and not changed after.
 *
 * @param range that was shown again; the compared ticks lie in it
 * @param first whose label lay there before
 * @param second who labelled it again, blind
 * @param at when it was labelled again
 * @param ticks compared, ascending; at least one
 * @param before the first's steering at each, [-1, 1]
 * @param after the second's steering at each, [-1, 1]
 */
public record Comparison(long rollout, TickRange range, double ticksPerSecond, String first, String second, Instant at, int[] ticks,
                         double[] before, double[] after) {
    public Comparison {
        if (ticks.length == 0 || before.length != ticks.length || after.length != ticks.length) {
            throw new IllegalArgumentException("a comparison of " + ticks.length + " ticks with " + before.length + " and " + after.length
                    + " values is none");
        }
    }

    public boolean bySameExpert() {
        return first.equals(second);
    }

    /** The same with the two experts, and their labels, the other way round. */
    Comparison swapped() {
        return new Comparison(rollout, range, ticksPerSecond, second, first, at, ticks, after, before);
    }

    /** Root of the mean squared difference: the test-retest error where one expert gave both. */
    public double error() {
        return Math.sqrt(meanSquare());
    }

    double meanSquare() {
        double sum = 0;
        for (int i = 0; i < ticks.length; i++) {
            sum += (after[i] - before[i]) * (after[i] - before[i]);
        }
        return sum / ticks.length;
    }

    /** Mean squared difference over the compared ticks around one; NaN where none is near. */
    double meanSquareNear(int tick, int reach) {
        double sum = 0;
        int near = 0;
        for (int i = 0; i < ticks.length; i++) {
            if (Math.abs(ticks[i] - tick) <= reach) {
                sum += (after[i] - before[i]) * (after[i] - before[i]);
                near++;
            }
        }
        return near == 0 ? Double.NaN : sum / near;
    }

    /** Mean of later minus earlier: above 0 where it was steered further right the second time. */
    public double bias() {
        double sum = 0;
        for (int i = 0; i < ticks.length; i++) {
            sum += after[i] - before[i];
        }
        return sum / ticks.length;
    }

    /** Means over stretches of about a second, {before, after} each: neighbouring ticks of one stroke tell the same thing twice. */
    List<double[]> stretches() {
        int each = Math.max(1, (int) Math.round(ticksPerSecond));
        List<double[]> means = new ArrayList<>();
        for (int from = 0; from < ticks.length; from += each) {
            int to = ticks.length - from < 2 * each ? ticks.length : from + each;
            means.add(new double[] {mean(before, from, to), mean(after, from, to)});
            if (to == ticks.length) {
                break;
            }
        }
        return means;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
