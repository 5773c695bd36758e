package whetstone.labelling.calibration;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/** A signal at equal distances in time, and the little arithmetic that a lag is read from. The array is owned by this signal. */
final class UniformSignal {
    static final double STEP_SECONDS = 0.01;

    private static final double UNCLIPPED = 0.9;
    private static final int REFINEMENTS = 4;
    /** Where a signal rests beyond its end is the mean of this many values, not the noise of one. */
    private static final int EDGE_STEPS = 10;

    private final double[] values;

    UniformSignal(double[] values) {
        this.values = values;
    }

    /** @param at the value at a time in seconds */
    static UniformSignal sampled(double seconds, DoubleUnaryOperator at) {
        double[] values = new double[(int) Math.floor(seconds / STEP_SECONDS) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = at.applyAsDouble(i * STEP_SECONDS);
        }
        return new UniformSignal(values);
    }

    static int steps(double seconds) {
        return (int) Math.round(seconds / STEP_SECONDS);
    }

    int size() {
        return values.length;
    }

    double get(int index) {
        return values[index];
    }

    /** Averaged with a bell of this standard deviation, without moving anything in time; beyond its ends the signal rests where it was. */
    UniformSignal smoothed(double sigmaSeconds) {
        int reach = Math.max(1, steps(3 * sigmaSeconds));
        int edge = Math.min(EDGE_STEPS, values.length);
        double first = mean(0, edge);
        double last = mean(values.length - edge, values.length);
        double[] smooth = new double[values.length];
        double weights = 0;
        for (int j = -reach; j <= reach; j++) {
            double weight = Math.exp(-0.5 * Math.pow(j * STEP_SECONDS / sigmaSeconds, 2));
            weights += weight;
            for (int i = 0; i < values.length; i++) {
                int at = i + j;
                smooth[i] += weight * (at < 0 ? first : at >= values.length ? last : values[at]);
            }
        }
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] /= weights;
        }
        return new UniformSignal(smooth);
    }

    /** Change in a second, by central differences. */
    UniformSignal derivative() {
        double[] change = new double[values.length];
        for (int i = 1; i + 1 < values.length; i++) {
            change[i] = (values[i + 1] - values[i - 1]) / (2 * STEP_SECONDS);
        }
        return new UniformSignal(change);
    }

    /** Correlation of this signal from {@code from} to {@code to} with another one that comes {@code late} steps later. */
    double correlation(UniformSignal later, int from, int to, int late) {
        return line(later, from, to, late, _ -> true).correlation;
    }

    /** Number of different values; zero has no sign here. */
    long levels() {
        return Arrays.stream(values).map(value -> value + 0.0).distinct().count();
    }

    /** The line by which the later signal would follow from this one, were it not clipped to [-1, 1]: from where it is not. */
    Line unclippedLine(UniformSignal later, int from, int to, int late) {
        Line line = line(later, from, to, late, i -> Math.abs(later.values[i + late]) < UNCLIPPED);
        for (int i = 0; i < REFINEMENTS; i++) {
            // By the line rather than by what it is fitted to: leaving out large values for being large would flatten it.
            Line before = line;
            line = line(later, from, to, late, j -> Math.abs(before.slope * values[j] + before.offset) < UNCLIPPED);
        }
        return line;
    }

    /** The straight line by which the later signal follows from this one. */
    private Line line(UniformSignal later, int from, int to, int late, IntPredicate counts) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = from; i < to; i++) {
            if (!counts.test(i)) {
                continue;
            }
            double a = values[i];
            double b = later.values[i + late];
            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        double varianceX = xx - x * x / n;
        double varianceY = yy - y * y / n;
        double covariance = xy - x * y / n;
        double slope = varianceX > 0 ? covariance / varianceX : 0;
        double correlation = varianceX > 0 && varianceY > 0 ? covariance / Math.sqrt(varianceX * varianceY) : 0;
        return new Line(slope, n > 0 ? (y - slope * x) / n : 0, correlation);
    }

    double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    double variance(int from, int to) {
        double mean = mean(from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum / (to - from);
    }

    record Line(double slope, double offset, double correlation) {}
}
