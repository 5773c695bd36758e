package whetstone.labelling.calibration;

import java.util.Arrays;
import whetstone.labelling.StrokeSamples;

/**
 * A plan as it was followed: pure, any thread.
 *
 * @param begin of the plan, on the samples' clock
 * @param hand the stick's samples, of which the first dimension steers
 */
public record PursuitRun(PursuitPlan plan, long begin, StrokeSamples hand) {
    /** Lag and gain in one stretch, by the samples given in it alone. */
    public LagEstimate estimate(PursuitPlan.Stretch stretch) {
        return LagEstimator.estimate(stretch.target(), samplesOf(stretch), nanos(stretch.begin()));
    }

    /** Where the stick was at a time of the plan; before its first sample, in the middle. */
    public double handAt(double time) {
        int index = hand.lastAtOrBefore(nanos(time));
        return index < 0 ? 0 : hand.value(index, 0);
    }

    /** From the sample that holds when the stretch begins. */
    private StrokeSamples samplesOf(PursuitPlan.Stretch stretch) {
        int from = Math.max(0, hand.lastAtOrBefore(nanos(stretch.begin())));
        int to = Math.max(from, hand.lastAtOrBefore(nanos(stretch.end())) + 1);
        long[] nanos = new long[to - from];
        float[] steer = new float[to - from];
        Arrays.setAll(nanos, i -> hand.nanos(from + i));
        for (int i = 0; i < steer.length; i++) {
            steer[i] = hand.value(from + i, 0);
        }
        return new StrokeSamples(1, nanos, steer);
    }

    private long nanos(double time) {
        return begin + Math.round(time * 1e9);
    }
}
