package whetstone.labelling.editing;

import whetstone.labelling.TickRange;

/**
 * Moves a stretch in time and in value. What moves over its end is gone; where it leaves a gap its first or last value is held, so what
 * lies beside it, which may be another's, does not move in.
 *
 * @param ticks positive is later
 * @param value added to every tick, positive is to the right
 */
public record Shift(TickRange range, int ticks, double value) implements Edit {
    public Shift {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a curve can't be moved by " + value);
        }
    }

    @Override
    public Curve on(Curve before) {
        return Curve.of(range, tick -> before.at(Math.clamp((long) tick - ticks, range.from(), range.to() - 1)) + value);
    }
}
