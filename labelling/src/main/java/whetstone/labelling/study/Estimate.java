package whetstone.labelling.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A number over experts with its 95 % interval by percentile bootstrap: experts are drawn with replacement 10,000 times. */
public record Estimate(double value, double low, double high) {
    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 1;

    /** @param statistic of the experts drawn; asked 10,001 times */
    static <E> Estimate of(List<E> experts, ToDoubleFunction<List<E>> statistic) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        List<E> resample = new ArrayList<>(experts);
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < experts.size(); j++) {
                resample.set(j, experts.get(random.nextInt(experts.size())));
            }
            drawn[i] = statistic.applyAsDouble(resample);
        }
        Arrays.sort(drawn);
        int tail = (int) (TAIL * RESAMPLES);
        return new Estimate(statistic.applyAsDouble(experts), drawn[tail], drawn[RESAMPLES - 1 - tail]);
    }

    static <E> Estimate mean(List<E> experts, ToDoubleFunction<E> value) {
        return of(experts.stream().map(value::applyAsDouble).toList(),
                values -> values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }
}
