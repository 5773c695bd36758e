package whetstone.labelling;

import java.util.Arrays;

/**
 * Raw samples of a stroke: times in nanoseconds of the device's clock as mapped to {@link System#nanoTime}, never descending,
 * and one value per action dimension for each. Immutable; the arrays are owned by these samples.
 */
public final class StrokeSamples {
    private final long[] nanos;
    private final float[] values;
    private final int dimensions;

    /** @param values sample-major: nanos.length x dimensions, every value finite */
    public StrokeSamples(int dimensions, long[] nanos, float[] values) {
        if (dimensions < 1 || values.length != nanos.length * dimensions) {
            throw new IllegalArgumentException(values.length + " values do not fit " + nanos.length + " samples of " + dimensions);
        }
        for (int i = 1; i < nanos.length; i++) {
            if (nanos[i] < nanos[i - 1]) {
                throw new IllegalArgumentException("sample " + i + " of the stroke is earlier than the one before it");
            }
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("the stick gave " + value + " in the stroke, not a number");
            }
        }
        this.dimensions = dimensions;
        this.nanos = nanos;
        this.values = values;
    }

    public int size() {
        return nanos.length;
    }

    public int dimensions() {
        return dimensions;
    }

    public long nanos(int index) {
        return nanos[index];
    }

    public float value(int index, int dimension) {
        return values[index * dimensions + dimension];
    }

    /** The values in force at a time, a copy: those of the last sample at or before it. There must be one. */
    float[] at(long time) {
        int index = lastAtOrBefore(time);
        return Arrays.copyOfRange(values, index * dimensions, (index + 1) * dimensions);
    }

    /** Index of the last sample at or before a time, or -1 where the time is before the first. */
    public int lastAtOrBefore(long time) {
        int found = Arrays.binarySearch(nanos, time);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < nanos.length && nanos[found + 1] == time) {
            found++;
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrokeSamples that && dimensions == that.dimensions && Arrays.equals(nanos, that.nanos)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nanos) + Arrays.hashCode(values);
    }
}
