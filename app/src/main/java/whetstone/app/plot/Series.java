package whetstone.app.plot;

import java.util.List;

/**
 * One curve of a plot.
 *
 * @param name as the legend says it
 * @param style style class that gives the colour: "plot-learner", "plot-expert", "plot-neutral"
 * @param points in ascending x
 * @param marks whether each point is marked; else only the line is drawn
 */
public record Series(String name, String style, List<Point> points, boolean marks) {
    public Series {
        points = List.copyOf(points);
    }

    /** A point with the ends of its interval, which equal {@code y} where it has none. */
    public record Point(double x, double y, double low, double high) {
        public Point(double x, double y) {
            this(x, y, y, y);
        }
    }
}
