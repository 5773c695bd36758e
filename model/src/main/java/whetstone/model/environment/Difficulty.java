package whetstone.model.environment;

import java.util.List;

/**
 * How hard Skyway is. The three named ones are fixed: results are comparable only at the same difficulty, and
 * {@link #FROZEN} was chosen before any DAgger run was reported (docs/decisions, "Skyway's difficulty").
 *
 * @param name one word, part of the environment's variant
 * @param speed metres per second, 1 to 40; the constant speed where there is no throttle
 * @param roadWidth metres, 2 to 20
 * @param bends how far the bends swing out, 0 (a circle) to 1.5
 * @param hillMetres height of the hills above and below the mean, 0 to 10
 * @param camberDegrees largest sideways tilt of the road, 0 to 20
 * @param lightChange how much daylight comes and goes along the way, 0 (never) to 1
 */
public record Difficulty(String name, double speed, double roadWidth, double bends, double hillMetres, double camberDegrees,
                         double lightChange) {
    /** For newcomers: slow, wide, nearly flat. */
    public static final Difficulty EASY = new Difficulty("easy", 9, 7, 0.6, 1, 2, 0.1);
    /** Between the two. */
    public static final Difficulty MEDIUM = new Difficulty("medium", 12, 5, 0.8, 1.5, 4, 0.3);
    /** The one that results are reported at. */
    public static final Difficulty FROZEN = new Difficulty("frozen", 15, 5, 1, 2.5, 6, 0.8);

    public Difficulty {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("'" + name + "' is no name for a difficulty: one lower-case word");
        }
        inside("speed in m/s", speed, 1, 40);
        inside("road width in m", roadWidth, 2, 20);
        inside("swing of the bends", bends, 0, 1.5);
        inside("height of the hills in m", hillMetres, 0, 10);
        inside("camber in degrees", camberDegrees, 0, 20);
        inside("change of light", lightChange, 0, 1);
    }

    /** The named difficulties, easiest first. */
    public static List<Difficulty> all() {
        return List.of(EASY, MEDIUM, FROZEN);
    }

    /** @throws IllegalArgumentException with the names there are */
    public static Difficulty named(String name) {
        return all().stream().filter(difficulty -> difficulty.name.equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no difficulty is called '" + name + "'; there are "
                        + all().stream().map(Difficulty::name).toList()));
    }

    private static void inside(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", not between " + low + " and " + high);
        }
    }
}
