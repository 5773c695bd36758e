package whetstone.model.evaluation;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Falls per lap over several seeds.
 *
 * @param interquartileMean over the seeds' own falls per lap
 * @param low of its 95 % interval
 * @param high of its 95 % interval; where the bootstrap finds no spread above zero, the Poisson bound of all laps together
 *     (3.0 / laps without a fall: Hanley and Lippman-Hand 1983)
 * @param mean all falls over all laps
 * @param perSeed in the order of the seeds
 */
public record FallsPerLap(double interquartileMean, double low, double high, double mean, int falls, int laps, List<Double> perSeed) {
    public FallsPerLap {
        perSeed = List.copyOf(perSeed);
    }

    /** @param bootstrapSeed draws the resamples; every seed must have driven at least one lap */
    public static FallsPerLap over(List<LapTally> seeds, long bootstrapSeed) {
        double[] rates = seeds.stream().mapToDouble(LapTally::fallsPerLap).toArray();
        LapTally all = seeds.stream().reduce(LapTally.NONE, LapTally::plus);
        InterquartileMean.Interval interval = InterquartileMean.interval(bootstrapSeed, rates);
        double high = interval.high() > 0 ? interval.high() : upperBound(all.falls()) / all.laps();
        return new FallsPerLap(InterquartileMean.of(rates), interval.low(), high, all.fallsPerLap(), all.falls(), all.laps(),
                seeds.stream().map(LapTally::fallsPerLap).toList());
    }

    /** Largest expected number of events that would still give so few in one of twenty trials; 3.0 for none. */
    private static double upperBound(int events) {
        return events == 0 ? 3.0 : new ChiSquaredDistribution(2.0 * (events + 1)).inverseCumulativeProbability(0.95) / 2;
    }
}
