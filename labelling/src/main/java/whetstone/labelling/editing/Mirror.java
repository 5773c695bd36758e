package whetstone.labelling.editing;

import whetstone.labelling.TickRange;

/**
 * Copies a stretch to another place with left and right exchanged, as for the same bend to the other side. What would lie behind the
 * curve's end is left out.
 *
 * @param source the stretch that is copied
 * @param to where the copy begins
 */
public record Mirror(TickRange source, int to) implements Edit {
    @Override
    public Curve on(Curve before) {
        if (!before.covers(to)) {
            throw new IllegalArgumentException("there is no tick " + to + " to copy to");
        }
        TickRange target = new TickRange(to, Math.min(before.range().to(), to + source.length()));
        return Curve.of(target, tick -> -before.at(source.from() + tick - to));
    }
}
