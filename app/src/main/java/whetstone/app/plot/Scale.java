package whetstone.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a plot: its ends and the round numbers that are marked on it.
 *
 * @param low value at the left or lower end
 * @param high value at the other end, above {@code low}
 * @param ticks marked values, ascending, inside the ends
 */
public record Scale(double low, double high, List<Double> ticks) {
    public Scale {
        if (!(high > low)) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high + " has no length");
        }
        ticks = List.copyOf(ticks);
    }

    /** An axis that holds both values, widened to round numbers, with about {@code count} marks; equal values get room above. */
    public static Scale round(double low, double high, int count) {
        double top = high > low ? high : low + Math.max(1e-3, Math.abs(low));
        double step = step((top - low) / count);
        double first = Math.floor(low / step + 1e-9);
        double last = Math.ceil(top / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (double tick = first; tick <= last; tick++) {
            ticks.add(tick * step);
        }
        return new Scale(first * step, last * step, ticks);
    }

    /** Place of a value along the axis, 0 at the low end and 1 at the high end. */
    public double place(double value) {
        return (value - low) / (high - low);
    }

    /** A tick as text, with as many decimals as the distance between ticks needs. */
    public String text(double tick) {
        double step = ticks.size() < 2 ? high - low : ticks.get(1) - ticks.get(0);
        int decimals = (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
        return String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below the wanted step. */
    private static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= wanted * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
