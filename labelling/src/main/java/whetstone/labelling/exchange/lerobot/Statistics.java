package whetstone.labelling.exchange.lerobot;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What LeRobot normalises a feature by: one number a dimension, or a channel for pictures, whose samples are taken as 0 to 1
 * (lerobot, {@code compute_stats.py}).
 *
 * @param quantiles of {@link #QUANTILES}, each with a number a dimension
 * @param count of frames
 * @param picture whether the numbers are of channels
 */
record Statistics(double[] least, double[] most, double[] mean, double[] deviation, double[][] quantiles, long count, boolean picture) {
    static final double[] QUANTILES = {0.01, 0.1, 0.5, 0.9, 0.99};

    /** Of all episodes together, as LeRobot itself joins them: quantiles become bounds ({@code aggregate_feature_stats}). */
    static Statistics joined(List<Statistics> parts) {
        int size = parts.getFirst().mean.length;
        List<Statistics> known = parts.stream().filter(part -> part.count > 0).toList();
        if (known.isEmpty()) {
            return parts.getFirst();
        }
        long count = known.stream().mapToLong(Statistics::count).sum();
        double[] mean = eachOf(size, i -> known.stream().mapToDouble(part -> part.mean[i] * part.count).sum() / count);
        double[] deviation = eachOf(size, i -> Math.sqrt(known.stream().mapToDouble(part ->
                (part.deviation[i] * part.deviation[i] + (part.mean[i] - mean[i]) * (part.mean[i] - mean[i])) * part.count).sum() / count));
        double[][] quantiles = new double[QUANTILES.length][];
        for (int q = 0; q < QUANTILES.length; q++) {
            int number = q;
            quantiles[q] = eachOf(size, i -> QUANTILES[number] <= 0.5 ? least(known, part -> part.quantiles[number][i])
                    : -least(known, part -> -part.quantiles[number][i]));
        }
        return new Statistics(eachOf(size, i -> least(known, part -> part.least[i])), eachOf(size, i -> -least(known, part -> -part.most[i])),
                mean, deviation, quantiles, count, parts.getFirst().picture);
    }

    private static double least(List<Statistics> parts, ToDoubleFunction<Statistics> value) {
        return parts.stream().mapToDouble(value).min().orElseThrow();
    }

    private static double[] eachOf(int size, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    /** A number a dimension as a list; a picture's as 3 x 1 x 1, as LeRobot broadcasts them over rows and columns. */
    List<?> shaped(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> picture ? List.of(List.of(number)) : (Object) number).toList();
    }

    /** "q01" for the quantile of 0.01. */
    static String quantileName(int number) {
        return String.format(java.util.Locale.ROOT, "q%02d", Math.round(QUANTILES[number] * 100));
    }
}
