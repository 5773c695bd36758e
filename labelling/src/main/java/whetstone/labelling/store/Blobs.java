package whetstone.labelling.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;
import whetstone.model.StateVector;

/** Small arrays as little-endian bytes, both ways; a blob of a wrong length is refused with an IllegalArgumentException. */
final class Blobs {
    private static final int SEGMENT = 24;

    private Blobs() {}

    static byte[] floats(float... values) {
        ByteBuffer buffer = little(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    static float[] floats(byte[] blob) {
        if (blob.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(blob.length + " bytes are no float32 values");
        }
        float[] values = new float[blob.length / Float.BYTES];
        ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    static byte[] action(Action action) {
        return floats(action.toArray());
    }

    static byte[] state(StateVector state) {
        float[] values = new float[state.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = state.get(i);
        }
        return floats(values);
    }

    static byte[] samples(StrokeSamples samples) {
        ByteBuffer buffer = little(samples.size() * (Long.BYTES + Float.BYTES * samples.dimensions()));
        for (int i = 0; i < samples.size(); i++) {
            buffer.putLong(samples.nanos(i));
            for (int dimension = 0; dimension < samples.dimensions(); dimension++) {
                buffer.putFloat(samples.value(i, dimension));
            }
        }
        return buffer.array();
    }

    static StrokeSamples samples(int dimensions, byte[] blob) {
        int size = Long.BYTES + Float.BYTES * dimensions;
        if (blob.length % size != 0) {
            throw new IllegalArgumentException(blob.length + " bytes are no samples of " + dimensions + " dimensions");
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        long[] nanos = new long[blob.length / size];
        float[] values = new float[nanos.length * dimensions];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = buffer.getLong();
            for (int dimension = 0; dimension < dimensions; dimension++) {
                values[i * dimensions + dimension] = buffer.getFloat();
            }
        }
        return new StrokeSamples(dimensions, nanos, values);
    }

    static byte[] playback(List<PlaybackSegment> segments) {
        ByteBuffer buffer = little(segments.size() * SEGMENT);
        for (PlaybackSegment segment : segments) {
            buffer.putLong(segment.startNanos()).putDouble(segment.startTick()).putDouble(segment.speed());
        }
        return buffer.array();
    }

    static List<PlaybackSegment> playback(byte[] blob) {
        if (blob.length % SEGMENT != 0) {
            throw new IllegalArgumentException(blob.length + " bytes are no playback");
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        List<PlaybackSegment> segments = new ArrayList<>();
        while (buffer.hasRemaining()) {
            segments.add(new PlaybackSegment(buffer.getLong(), buffer.getDouble(), buffer.getDouble()));
        }
        return segments;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
