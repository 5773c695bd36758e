package whetstone.model.environment;

import java.util.function.DoubleUnaryOperator;

/**
 * Light and haze of one moment as tables: how much of a surface's colour is left at a distance (of 256, one entry per metre), what
 * the haze adds, and the colours of the sky by elevation. Mutable, one thread.
 */
final class Atmosphere {
    static final int DISTANCES = 512;
    static final int ELEVATIONS = 256;
    private static final double HAZE_METRES = 150;
    private static final int HORIZON_DAY = 0xb8cbe8;
    private static final int ZENITH_DAY = 0x3f74c8;
    private static final int HORIZON_DUSK = 0x8a6f86;
    private static final int ZENITH_DUSK = 0x232a5c;
    /** Share of the zenith's colour by elevation, and of a surface's own by distance, of 256. */
    private static final int[] HIGH = shares(ELEVATIONS, i -> Math.min(1, 1.6 * Math.sqrt(i / ELEVATIONS)));
    private static final int[] CLEAR = shares(DISTANCES, i -> Math.exp(-i / HAZE_METRES));

    final int[] kept = new int[DISTANCES];
    final int[] added = new int[DISTANCES];
    /** From the horizon (0) to straight up (the last). */
    final int[] sky = new int[ELEVATIONS];
    private int light = -1;

    /** @param daylight 0 to 1; its 256 steps are finer than a picture's */
    void set(double daylight) {
        int wanted = (int) Math.round(256 * daylight);
        if (wanted == light) {
            return;
        }
        light = wanted;
        int horizon = mix(HORIZON_DUSK, HORIZON_DAY, light);
        int zenith = mix(ZENITH_DUSK, ZENITH_DAY, light);
        int strength = 115 + 141 * light / 256;
        for (int i = 0; i < DISTANCES; i++) {
            kept[i] = CLEAR[i] * strength >> 8;
            added[i] = mix(0, horizon, 256 - CLEAR[i]);
        }
        for (int i = 0; i < ELEVATIONS; i++) {
            sky[i] = mix(horizon, zenith, HIGH[i]);
        }
    }

    /** Between two colours. @param share of the second, 0 to 256 */
    static int mix(int from, int to, int share) {
        return (from & 0xff00ff) * (256 - share) + (to & 0xff00ff) * share >>> 8 & 0xff00ff
                | (from & 0xff00) * (256 - share) + (to & 0xff00) * share >>> 8 & 0xff00;
    }

    private static int[] shares(int entries, DoubleUnaryOperator share) {
        int[] shares = new int[entries];
        for (int i = 0; i < entries; i++) {
            shares[i] = (int) Math.round(256 * share.applyAsDouble(i));
        }
        return shares;
    }
}
