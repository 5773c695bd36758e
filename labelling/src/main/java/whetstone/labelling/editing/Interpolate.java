package whetstone.labelling.editing;

import java.util.Comparator;
import java.util.List;
import whetstone.labelling.TickRange;

/**
 * Joins key frames by a monotone cubic: smooth, through every key frame, and never beyond two neighbouring ones. Between two key frames
 * alone it is a line. Tangents are the weighted harmonic means of the slopes beside a key frame, after Fritsch and Butland, "A method for
 * constructing local monotone piecewise cubic interpolants" (1984); at both ends the slope of the interval there.
 *
 * @param keys at least two, at different ticks
 */
public record Interpolate(List<KeyFrame> keys) implements Edit {
    public Interpolate {
        keys = keys.stream().sorted(Comparator.comparingInt(KeyFrame::tick)).toList();
        if (keys.size() < 2 || keys.stream().map(KeyFrame::tick).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("key frames at two ticks or more are needed to join them");
        }
    }

    @Override
    public Curve on(Curve before) {
        int last = keys.getLast().tick();
        if (!before.covers(keys.getFirst().tick()) || !before.covers(last)) {
            throw new IllegalArgumentException("a key frame lies outside ticks " + before.range().from() + " to " + (before.range().to() - 1));
        }
        return Curve.of(new TickRange(keys.getFirst().tick(), last + 1), this::value);
    }

    private double value(int tick) {
        int interval = 0;
        while (interval + 2 < keys.size() && keys.get(interval + 1).tick() <= tick) {
            interval++;
        }
        KeyFrame left = keys.get(interval);
        KeyFrame right = keys.get(interval + 1);
        if (tick == left.tick() || tick == right.tick()) {
            return tick == left.tick() ? left.value() : right.value();
        }
        double width = width(interval);
        double t = (tick - left.tick()) / width;
        double rest = 1 - t;
        // Cubic Hermite: values and tangents at both ends of the interval.
        double value = left.value() * rest * rest * (1 + 2 * t) + right.value() * t * t * (3 - 2 * t)
                + width * t * rest * (tangent(interval) * rest - tangent(interval + 1) * t);
        return Math.clamp(value, Math.min(left.value(), right.value()), Math.max(left.value(), right.value()));
    }

    private double tangent(int key) {
        if (key == 0 || key == keys.size() - 1) {
            return slope(Math.min(key, keys.size() - 2));
        }
        double before = slope(key - 1);
        double after = slope(key);
        if (before * after <= 0) {
            return 0;
        }
        double weightBefore = 2 * width(key) + width(key - 1);
        double weightAfter = width(key) + 2 * width(key - 1);
        return (weightBefore + weightAfter) / (weightBefore / before + weightAfter / after);
    }

    private double slope(int interval) {
        return (keys.get(interval + 1).value() - keys.get(interval).value()) / width(interval);
    }

    private double width(int interval) {
        return keys.get(interval + 1).tick() - keys.get(interval).tick();
    }
}
