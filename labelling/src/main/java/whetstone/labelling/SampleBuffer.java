package whetstone.labelling;

import java.util.Arrays;
import java.util.Optional;

/** The samples of a stroke while it is given; grows. One thread. */
final class SampleBuffer {
    private final int dimensions;
    private long[] nanos = new long[1024];
    private float[] values;
    private int size;
    private int taken;

    SampleBuffer(int dimensions) {
        this.dimensions = dimensions;
        this.values = new float[nanos.length * dimensions];
    }

    /** A time before the last one's counts as the last one's. */
    void add(long time, float[] sample) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            values = Arrays.copyOf(values, 2 * size * dimensions);
        }
        nanos[size] = size == 0 ? time : Math.max(time, nanos[size - 1]);
        System.arraycopy(sample, 0, values, size * dimensions, dimensions);
        size++;
    }

    /** The stick stayed where it was until a time. */
    void repeatLast(long time) {
        if (size > 0 && time > nanos[size - 1]) {
            add(time, Arrays.copyOfRange(values, (size - 1) * dimensions, size * dimensions));
        }
    }

    StrokeSamples all() {
        return samples(0);
    }

    /** What was added since the last call; empty where nothing was. */
    Optional<StrokeSamples> takeNew() {
        if (taken == size) {
            return Optional.empty();
        }
        StrokeSamples news = samples(taken);
        taken = size;
        return Optional.of(news);
    }

    private StrokeSamples samples(int from) {
        return new StrokeSamples(dimensions, Arrays.copyOfRange(nanos, from, size),
                Arrays.copyOfRange(values, from * dimensions, size * dimensions));
    }
}
