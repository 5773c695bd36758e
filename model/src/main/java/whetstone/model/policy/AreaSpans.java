package whetstone.model.policy;

/**
 * Which old pixels each new one covers along one axis, and by what share of the new one. Whoever else averages a picture for a policy
 * takes these float32 shares in the same order: columns before rows, the first old pixel first.
 */
public final class AreaSpans {
    private final int from;
    private final int to;
    private final double ratio;

    /**
     * @param from pixels before, at least 1
     * @param to pixels after, at least 1
     */
    public AreaSpans(int from, int to) {
        this.from = from;
        this.to = to;
        this.ratio = (double) from / to;
    }

    /** Number of new pixels. */
    public int size() {
        return to;
    }

    /** The first old pixel that a new one covers. */
    public int first(int index) {
        return (int) (index * (long) from / to);
    }

    /** Behind the last old pixel that a new one covers. */
    public int end(int index) {
        return (int) (((index + 1) * (long) from + to - 1) / to);
    }

    /** How much of the new pixel lies on the old one, 0 to 1. */
    public float share(int index, int old) {
        double low = Math.max(old, index * ratio);
        double high = Math.min(old + 1.0, (index + 1) * ratio);
        return (float) (Math.max(0, high - low) / ratio);
    }
}
