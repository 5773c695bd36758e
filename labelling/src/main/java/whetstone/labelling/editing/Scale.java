package whetstone.labelling.editing;

import whetstone.labelling.TickRange;

/** Makes a stretch stronger or weaker: every value times a factor. */
public record Scale(TickRange range, double factor) implements Edit {
    public Scale {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("a curve can't be scaled by " + factor);
        }
    }

    @Override
    public Curve on(Curve before) {
        return Curve.of(range, tick -> before.at(tick) * factor);
    }
}
