package whetstone.model.environment;

import java.util.List;

/** The tracks of Skyway by name: some to train on, some held out, and as many random ones as there are seeds. */
public final class SkywayTracks {
    private static final String RANDOM = "random:";

    /** What a named track is laid from. */
    private record Plan(String name, long seed, int bends, double metres) {}

    private static final List<Plan> TRAINING = List.of(
            new Plan("alpha", 11, 16, 504), new Plan("bravo", 12, 18, 568), new Plan("charlie", 13, 14, 448));
    private static final List<Plan> HELD_OUT = List.of(
            new Plan("delta", 21, 16, 504), new Plan("echo", 22, 18, 568), new Plan("foxtrot", 23, 14, 440),
            new Plan("golf", 24, 20, 632));

    private SkywayTracks() {}

    /** Names of the tracks to gather rollouts on. */
    public static List<String> training() {
        return TRAINING.stream().map(Plan::name).toList();
    }

    /** Names of the tracks that no policy is trained on: for evaluation only. */
    public static List<String> heldOut() {
        return HELD_OUT.stream().map(Plan::name).toList();
    }

    /**
     * The track of a name at a difficulty.
     *
     * @param name one of the above, or "random:" and a whole number
     * @throws IllegalArgumentException with the names there are
     */
    public static Track track(String name, Difficulty difficulty) {
        if (name.startsWith(RANDOM)) {
            return random(name, difficulty);
        }
        for (List<Plan> plans : List.of(TRAINING, HELD_OUT)) {
            for (Plan plan : plans) {
                if (plan.name.equals(name)) {
                    return new TrackBuilder(difficulty).build(plan.name, plan.seed, plan.bends, plan.metres);
                }
            }
        }
        throw new IllegalArgumentException("Skyway has no track called '" + name + "'; there are " + training() + ", held out "
                + heldOut() + ", and random:SEED with a whole number");
    }

    private static Track random(String name, Difficulty difficulty) {
        try {
            long seed = Long.parseLong(name.substring(RANDOM.length()));
            return new TrackBuilder(difficulty).build(name, seed, 16, 504);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + name + "' names no track: write random: and a whole number, as in random:7",
                    notANumber);
        }
    }
}
