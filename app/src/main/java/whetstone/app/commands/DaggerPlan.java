package whetstone.app.commands;

import java.util.OptionalDouble;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.BetaSchedule;
import whetstone.model.policy.PolicyInput;
import whetstone.model.world.Wish;
import whetstone.model.world.World;

/**
 * What an experiment is to do.
 *
 * @param seeds independent repetitions, from {@code firstSeed} on
 * @param laps driven by each policy on each track in each repetition
 * @param threads repetitions that run at the same time
 */
record DaggerPlan(World world, PolicyKind policy, BetaSchedule beta, int rounds, int stepsPerRound, int seeds, long firstSeed,
                  int laps, int threads) {
    /** About what a step in memory takes beside its picture. */
    private static final int STEP_BYTES = 600;

    DaggerPlan {
        inside("--rounds", rounds, 1, 1000);
        inside("--steps-per-round", stepsPerRound, 1, 1_000_000);
        inside("--seeds", seeds, 1, 1000);
        inside("--seed", firstSeed, 0, 1_000_000_000);
        inside("--laps", laps, 1, 10_000);
        inside("--threads", threads, 1, 1024);
        requireMemory(2L * Math.min(threads, seeds) * rounds * stepsPerRound * (policy.input().size() + STEP_BYTES));
    }

    /** Pictures as small as the policy's input, where the world can draw them so. */
    Wish wish() {
        PolicyInput input = policy.input();
        return new Wish(input.width(), input.height(), OptionalDouble.empty());
    }

    /** As when the plan was made, now that the pictures' size is known. @throws IllegalArgumentException if they don't fit in memory */
    void requireMemory(EnvironmentSpec spec) {
        long pictures = spec.cameras().stream().mapToLong(DaggerPlan::bytes).sum();
        requireMemory(2L * Math.min(threads, seeds) * rounds * stepsPerRound * (pictures + STEP_BYTES));
    }

    private static long bytes(Camera camera) {
        return (long) camera.width() * camera.height() * camera.channels();
    }

    /** Both arms of every repetition that runs hold all their steps: better told now than found out after hours. */
    private static void requireMemory(long bytes) {
        long most = Runtime.getRuntime().maxMemory() / 10 * 8;
        if (bytes > most) {
            throw new IllegalArgumentException("so many labels would need about " + (bytes >> 20) + " MB of memory and Java may take "
                    + (most >> 20) + "; use fewer --rounds, --steps-per-round or --threads");
        }
    }

    private static void inside(String option, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(option + " is " + value + "; it must be between " + low + " and " + high);
        }
    }
}
