package whetstone.model.evaluation;

/**
 * What was counted while driving laps.
 *
 * @param laps begun; one that was not finished in time counts, with its falls
 * @param disagreement sum over the ticks of the squared difference between learner and expert, mean over dimensions; 0 where only one was asked
 */
public record LapTally(int falls, int laps, long ticks, double disagreement) {
    public static final LapTally NONE = new LapTally(0, 0, 0, 0);

    public LapTally plus(LapTally other) {
        return new LapTally(falls + other.falls, laps + other.laps, ticks + other.ticks, disagreement + other.disagreement);
    }

    /** NaN without laps. */
    public double fallsPerLap() {
        return laps == 0 ? Double.NaN : (double) falls / laps;
    }

    /** Mean squared difference between learner and expert on the states the learner came to; NaN without ticks. */
    public double imitationLoss() {
        return ticks == 0 ? Double.NaN : disagreement / ticks;
    }
}
