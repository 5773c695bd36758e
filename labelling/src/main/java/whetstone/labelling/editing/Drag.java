package whetstone.labelling.editing;

import whetstone.labelling.TickRange;

/**
 * Moves one point to a value; its neighbours follow by a raised cosine, half way at half the radius and not at all from one tick behind it.
 *
 * @param tick the point that is moved
 * @param to its new value
 * @param radius in ticks, how far its neighbours follow; 0 moves the point alone
 */
public record Drag(int tick, double to, int radius) implements Edit {
    public Drag {
        if (radius < 0 || !Double.isFinite(to)) {
            throw new IllegalArgumentException("a point can't be dragged to " + to + " with neighbours " + radius + " ticks away");
        }
    }

    @Override
    public Curve on(Curve before) {
        double moved = to - before.at(tick);
        TickRange all = before.range();
        TickRange near = new TickRange(Math.max(all.from(), tick - radius), Math.min(all.to(), tick + radius + 1));
        return Curve.of(near, neighbour -> neighbour == tick ? to : before.at(neighbour) + moved * share(neighbour));
    }

    private double share(int neighbour) {
        return (1 + Math.cos(Math.PI * (neighbour - tick) / (radius + 1.0))) / 2;
    }
}
