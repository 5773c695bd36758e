package whetstone.labelling;

/** Ticks of one rollout: {@code from} inclusive, {@code to} exclusive; never empty. */
public record TickRange(int from, int to) {
    public TickRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("ticks " + from + " to " + to + " are no range");
        }
    }

    public int length() {
        return to - from;
    }

    public boolean contains(int tick) {
        return tick >= from && tick < to;
    }

    public boolean overlaps(TickRange other) {
        return from < other.to && other.from < to;
    }
}
