package whetstone.labelling.study;

import java.util.Locale;
import whetstone.model.environment.Difficulty;

/**
 * What a study is to do.
 *
 * @param experts simulated humans, from {@code seed} on
 * @param difficulty of Skyway
 * @param ticksPerSecond decisions of the learner, and frames of its recordings, in a second
 * @param rounds of DAgger
 * @param stepsPerRound labels gathered in a round, shared out evenly over the training tracks
 * @param laps driven by each policy on each unseen track
 * @param calibrations done by each human in each condition, to measure the error of the lag; labels are repaired by the first
 * @param queueMinutes of each human's time that are spent on each of ranked and random clips
 * @param threads experts at the same time
 */
public record StudyPlan(int experts, long seed, Difficulty difficulty, double ticksPerSecond, int rounds, int stepsPerRound, int laps,
                        int calibrations, double queueMinutes, int threads) {
    public StudyPlan {
        inside("--experts", experts, 2, 1000);
        inside("--seed", seed, 0, 1_000_000_000);
        inside("--ticks-per-second", ticksPerSecond, 2, 60);
        inside("--rounds", rounds, 1, 100);
        inside("--steps-per-round", stepsPerRound, 30, 100_000);
        inside("--laps", laps, 1, 1000);
        inside("--calibrations", calibrations, 1, 100);
        inside("--queue-minutes", queueMinutes, 1, 600);
        inside("--threads", threads, 1, 1024);
    }

    private static void inside(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is %s; it must be between %.0f and %.0f", option,
                    value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value), low, high));
        }
    }
}
