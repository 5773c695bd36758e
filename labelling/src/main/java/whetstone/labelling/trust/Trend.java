package whetstone.labelling.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Whether an expert repeats himself better or worse as time goes on: the test-retest error of each sitting, and a straight line through
 * the errors of all repeats in the order in which they were given.
 *
 * @param points one of each sitting, oldest first
 * @param perRepeat change of the error with every repeat; NaN with fewer than three
 * @param plusMinus half the width of the change's 95 % interval; NaN with fewer than three
 */
public record Trend(List<Point> points, double perRepeat, double plusMinus) {
    /** Longer without a repeat is another sitting. */
    static final Duration BREAK = Duration.ofHours(4);

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * The repeats given in one sitting.
     *
     * @param at when the first of them was given
     * @param error root of the mean squared difference
     */
    public record Point(Instant at, int clips, double error) {}

    /** What can be said of it. */
    public enum Direction { NOT_KNOWN, STEADY, BETTER, WORSE }

    public Direction direction() {
        if (!Double.isFinite(perRepeat) || !Double.isFinite(plusMinus)) {
            return Direction.NOT_KNOWN;
        }
        return Math.abs(perRepeat) <= plusMinus ? Direction.STEADY : perRepeat < 0 ? Direction.BETTER : Direction.WORSE;
    }

    public static Trend of(List<Comparison> repeats) {
        List<Comparison> ordered = repeats.stream().sorted(Comparator.comparing(Comparison::at)).toList();
        SimpleRegression line = new SimpleRegression();
        List<Point> points = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < ordered.size(); i++) {
            line.addData(i, ordered.get(i).error());
            boolean last = i + 1 == ordered.size();
            if (last || Duration.between(ordered.get(i).at(), ordered.get(i + 1).at()).compareTo(BREAK) > 0) {
                List<Comparison> sitting = ordered.subList(begin, i + 1);
                points.add(new Point(sitting.getFirst().at(), sitting.size(), Agreement.withOneself(sitting).error()));
                begin = i + 1;
            }
        }
        return ordered.size() < 3 ? new Trend(points, Double.NaN, Double.NaN)
                : new Trend(points, line.getSlope(), line.getSlopeConfidenceInterval());
    }
}
