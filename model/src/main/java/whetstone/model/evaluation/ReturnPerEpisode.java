package whetstone.model.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sum of rewards over an episode, over several seeds.
 *
 * @param mean over all episodes
 * @param low of its 95 % interval: seeds are drawn with replacement and in each its episodes are, so that both kinds of chance count;
 *     with a single seed only the episodes' does
 * @param high of its 95 % interval
 * @param perSeed mean of each seed, in their order
 */
public record ReturnPerEpisode(double mean, double low, double high, int episodes, List<Double> perSeed) {
    private static final int RESAMPLES = 10_000;
    private static final int TAIL = RESAMPLES / 40;

    public ReturnPerEpisode {
        perSeed = List.copyOf(perSeed);
    }

    /** @param bootstrapSeed draws the resamples @throws IllegalArgumentException if a seed has no episode with rewards */
    public static ReturnPerEpisode over(List<LapTally> seeds, long bootstrapSeed) {
        List<double[]> returns = seeds.stream().map(seed -> seed.returns().stream().mapToDouble(Double::doubleValue).toArray()).toList();
        if (returns.isEmpty() || returns.stream().anyMatch(seed -> seed.length == 0)) {
            throw new IllegalArgumentException("no rewards to take the mean of");
        }
        double[] means = new double[RESAMPLES];
        SplittableRandom random = new SplittableRandom(bootstrapSeed);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            means[resample] = resampled(returns, random);
        }
        Arrays.sort(means);
        return new ReturnPerEpisode(returns.stream().flatMapToDouble(Arrays::stream).average().orElseThrow(), means[TAIL],
                means[RESAMPLES - 1 - TAIL], returns.stream().mapToInt(seed -> seed.length).sum(),
                seeds.stream().map(LapTally::meanReturn).toList());
    }

    private static double resampled(List<double[]> returns, SplittableRandom random) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < returns.size(); i++) {
            double[] seed = returns.get(random.nextInt(returns.size()));
            for (int episode = 0; episode < seed.length; episode++) {
                sum += seed[random.nextInt(seed.length)];
            }
            count += seed.length;
        }
        return sum / count;
    }
}
