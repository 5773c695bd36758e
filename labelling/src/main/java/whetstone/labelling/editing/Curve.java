package whetstone.labelling.editing;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import whetstone.labelling.TickRange;

/** One value for every tick of a stretch, such as its steering: what an edit changes. Immutable; every value is finite. */
public final class Curve {
    private final TickRange range;
    private final float[] values;

    private Curve(TickRange range, float[] values) {
        this.range = range;
        this.values = values;
    }

    /**
     * @param values the value at each tick of the range
     * @throws IllegalArgumentException if one is no finite number
     */
    public static Curve of(TickRange range, IntToDoubleFunction values) {
        float[] made = new float[range.length()];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) values.applyAsDouble(range.from() + i);
            if (!Float.isFinite(made[i])) {
                throw new IllegalArgumentException("a curve can't have the value " + made[i] + " at tick " + (range.from() + i));
            }
        }
        return new Curve(range, made);
    }

    public TickRange range() {
        return range;
    }

    public boolean covers(int tick) {
        return range.contains(tick);
    }

    /** @throws IllegalArgumentException outside the range */
    public float at(int tick) {
        if (!range.contains(tick)) {
            throw new IllegalArgumentException("tick " + tick + " is outside the curve's ticks " + range.from() + " to " + (range.to() - 1));
        }
        return values[tick - range.from()];
    }

    /** The value at a tick, or at the end nearest to it. */
    float held(int tick) {
        return at(Math.clamp(tick, range.from(), range.to() - 1));
    }

    /** This curve with every value moved to the nearest one inside bounds. */
    public Curve within(float low, float high) {
        return of(range, tick -> Math.clamp(at(tick), low, high));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve that && range.equals(that.range) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * range.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "curve from tick " + range.from() + ": " + Arrays.toString(values);
    }
}
