package whetstone.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One camera picture: unsigned 8-bit samples in rows of pixels, channels last (height x width x channels), RGB where there are three.
 * The array is handed over at construction and never changed after; hot loops read it in place through {@link #sample(int)}.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] samples;

    /**
     * @param samples height x width x channels bytes, owned by this picture from now on
     * @throws IllegalArgumentException if a size is not positive or the array's length does not fit
     */
    public Picture(int width, int height, int channels, byte[] samples) {
        if (width < 1 || height < 1 || channels < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " x " + channels + " has no pixels");
        }
        if ((long) width * height * channels != samples.length) {
            throw new IllegalArgumentException(
                    "a " + width + " x " + height + " x " + channels + " picture does not hold " + samples.length + " samples");
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.samples = samples;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /** Number of samples: width x height x channels. */
    public int size() {
        return samples.length;
    }

    /** The sample at a flat index, 0 to 255; the index of (row, column, channel) is (row * width + column) * channels + channel. */
    public int sample(int index) {
        return samples[index] & 0xff;
    }

    /** The sample at a place, 0 to 255. */
    public int sample(int row, int column, int channel) {
        return samples[(row * width + column) * channels + channel] & 0xff;
    }

    /** A read-only view of the samples, for writing them out without a copy. */
    public ByteBuffer samples() {
        return ByteBuffer.wrap(samples).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && width == that.width && height == that.height && channels == that.channels
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "picture " + width + " x " + height + " x " + channels;
    }
}
