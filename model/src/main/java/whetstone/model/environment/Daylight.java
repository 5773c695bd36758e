package whetstone.model.environment;

import java.util.SplittableRandom;

/** How bright the day is: two slow waves whose phases the seed chooses, so that a brightness says nothing about the place. */
final class Daylight {
    private static final double LONG_PERIOD = 41;
    private static final double SHORT_PERIOD = 17;

    private Daylight() {}

    /**
     * @param change 0 (always full daylight) to 1
     * @return 0 (deep dusk) to 1 (full daylight)
     */
    static double level(long seed, double seconds, double change) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5de1a7L);
        double first = Math.sin(2 * Math.PI * (seconds / LONG_PERIOD + random.nextDouble()));
        double second = Math.sin(2 * Math.PI * (seconds / SHORT_PERIOD + random.nextDouble()));
        return 1 - change * (0.5 + 0.33 * first + 0.17 * second);
    }
}
