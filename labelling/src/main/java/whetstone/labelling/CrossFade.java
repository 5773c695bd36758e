package whetstone.labelling;

import whetstone.model.Action;

/**
 * Lays a stroke upon older corrections without a jump: where an older correction runs on beyond the stroke's edge, the first and last
 * ticks within the stroke go over from one to the other, by a raised cosine. Ticks outside the stroke stay as they were.
 */
final class CrossFade {
    /** Of the recording. */
    private static final double SECONDS = 0.15;

    private final Action[] corrections;
    private final int length;

    /** @param corrections in force per tick, null where none is; changed in place */
    CrossFade(Action[] corrections, double ticksPerSecond) {
        this(corrections, (int) (SECONDS * ticksPerSecond));
    }

    private CrossFade(Action[] corrections, int length) {
        this.corrections = corrections;
        this.length = length;
    }

    static CrossFade none(Action[] corrections) {
        return new CrossFade(corrections, 0);
    }

    void lay(StrokeTicks stroke) {
        for (TickRange run : stroke.ranges()) {
            int to = Math.min(run.to(), corrections.length);
            int in = run.from() > 0 && run.from() <= corrections.length && corrections[run.from() - 1] != null ? length : 0;
            int out = to < corrections.length && corrections[to] != null ? length : 0;
            for (int tick = run.from(); tick < to; tick++) {
                Action given = stroke.action(tick).orElseThrow();
                double share = Math.min(share(tick - run.from(), in), share(to - 1 - tick, out));
                corrections[tick] = share < 1 && corrections[tick] != null ? mixed(corrections[tick], given, share) : given;
            }
        }
    }

    /** How much of the new one there is some ticks from its edge. */
    private static double share(int fromEdge, int over) {
        return fromEdge >= over ? 1 : (1 - Math.cos(Math.PI * (fromEdge + 1) / (over + 1))) / 2;
    }

    private static Action mixed(Action older, Action newer, double share) {
        float[] values = newer.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (share * values[i] + (1 - share) * older.get(i));
        }
        return newer.spec().clamp(values);
    }
}
