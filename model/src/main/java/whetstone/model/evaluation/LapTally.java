package whetstone.model.evaluation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was counted while driving laps.
 *
 * @param laps begun; one that was not finished in time counts, with its falls
 * @param disagreement sum over the ticks of the squared difference between learner and expert, mean over dimensions; 0 where only one was asked
 * @param returns the sum of rewards of every episode, in their order; empty where the environment gives none
 */
public record LapTally(int falls, int laps, long ticks, double disagreement, List<Double> returns) {
    public static final LapTally NONE = new LapTally(0, 0, 0, 0, List.of());

    public LapTally {
        returns = List.copyOf(returns);
    }

    public LapTally plus(LapTally other) {
        return new LapTally(falls + other.falls, laps + other.laps, ticks + other.ticks, disagreement + other.disagreement,
                Stream.concat(returns.stream(), other.returns.stream()).toList());
    }

    /** NaN without laps. */
    public double fallsPerLap() {
        return laps == 0 ? Double.NaN : (double) falls / laps;
    }

    /** Mean over the episodes; NaN where there are no rewards. */
    public double meanReturn() {
        return returns.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Mean squared difference between learner and expert on the states the learner came to; NaN without ticks. */
    public double imitationLoss() {
        return ticks == 0 ? Double.NaN : disagreement / ticks;
    }
}
