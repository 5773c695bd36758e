package whetstone.labelling.editing;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import whetstone.labelling.TickRange;

/**
 * Draws over the curve: the ticks that the mouse passed get the value of its line there. Where it passed twice, forth and back, the newer
 * one holds. A line that passes no tick, such as a click, sets the nearest one.
 *
 * @param points where the mouse was, in the order it came there
 */
public record Draw(List<Point> points) implements Edit {
    /** A place of the mouse over the curve: ticks with fraction, and a value. */
    public record Point(double tick, double value) {
        public Point {
            if (!Double.isFinite(tick) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("a curve can't be drawn through tick " + tick + " at " + value);
            }
        }
    }

    public Draw {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one point to be drawn through");
        }
    }

    @Override
    public Curve on(Curve before) {
        NavigableMap<Integer, Double> drawn = new TreeMap<>();
        for (int i = 1; i < points.size(); i++) {
            line(points.get(i - 1), points.get(i), before.range(), drawn);
        }
        if (drawn.isEmpty()) {
            TickRange all = before.range();
            drawn.put(Math.clamp(Math.round(points.getLast().tick()), all.from(), all.to() - 1), points.getLast().value());
        }
        return Curve.of(new TickRange(drawn.firstKey(), drawn.lastKey() + 1), drawn::get);
    }

    private static void line(Point from, Point to, TickRange within, NavigableMap<Integer, Double> drawn) {
        int first = Math.max(within.from(), (int) Math.ceil(Math.min(from.tick(), to.tick())));
        int last = Math.min(within.to() - 1, (int) Math.floor(Math.max(from.tick(), to.tick())));
        for (int tick = first; tick <= last; tick++) {
            double share = from.tick() == to.tick() ? 1 : (tick - from.tick()) / (to.tick() - from.tick());
            drawn.put(tick, from.value() + share * (to.value() - from.value()));
        }
    }
}
