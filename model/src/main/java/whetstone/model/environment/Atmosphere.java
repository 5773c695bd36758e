package whetstone.model.environment;

/**
 * Light and haze of one moment as tables: how much of a surface's colour is left at a distance (of 256, one entry per metre), what
 * the haze adds, and the colours of the sky by elevation.
 */
final class Atmosphere {
    static final int DISTANCES = 512;
    static final int ELEVATIONS = 256;
    private static final double HAZE_METRES = 150;
    private static final int HORIZON_DAY = 0xb8cbe8;
    private static final int ZENITH_DAY = 0x3f74c8;
    private static final int HORIZON_DUSK = 0x8a6f86;
    private static final int ZENITH_DUSK = 0x232a5c;

    final int[] kept = new int[DISTANCES];
    final int[] added = new int[DISTANCES];
    /** From the horizon (0) to straight up (the last). */
    final int[] sky = new int[ELEVATIONS];
    /** Haze over the land below, which lies far off: by the exponent of its distance. */
    private double light = -1;

    /** @param daylight 0 to 1 */
    void set(double daylight) {
        if (daylight == light) {
            return;
        }
        light = daylight;
        int horizon = mix(HORIZON_DUSK, HORIZON_DAY, daylight);
        int zenith = mix(ZENITH_DUSK, ZENITH_DAY, daylight);
        double strength = 0.45 + 0.55 * daylight;
        for (int i = 0; i < DISTANCES; i++) {
            double clear = Math.exp(-i / HAZE_METRES);
            kept[i] = (int) Math.round(256 * clear * strength);
            added[i] = mix(0, horizon, 1 - clear);
        }
        for (int i = 0; i < ELEVATIONS; i++) {
            sky[i] = mix(horizon, zenith, Math.min(1, 1.6 * Math.sqrt((double) i / ELEVATIONS)));
        }
    }

    static int mix(int from, int to, double share) {
        int red = (int) Math.round((from >> 16 & 255) + share * ((to >> 16 & 255) - (from >> 16 & 255)));
        int green = (int) Math.round((from >> 8 & 255) + share * ((to >> 8 & 255) - (from >> 8 & 255)));
        int blue = (int) Math.round((from & 255) + share * ((to & 255) - (from & 255)));
        return red << 16 | green << 8 | blue;
    }
}
