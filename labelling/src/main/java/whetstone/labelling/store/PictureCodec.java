package whetstone.labelling.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import whetstone.model.Camera;
import whetstone.model.Picture;

/**
 * Own pictures, lossless: red and blue as their difference to green (where there are three channels), channel after channel; every sample as
 * its difference, modulo 256, to the median prediction of LOCO-I (Weinberger, Seroussi, Sapiro 2000, section II.A) from its left, upper and
 * upper left neighbours; then Zstandard at level 1.
 */
final class PictureCodec {
    static final String FORMAT = "median-zstd";
    private static final int LEVEL = 1;
    private static final long MOST_SAMPLES = 4096L * 4096 * 3;
    private static final int GREEN = 1;

    private PictureCodec() {}

    static byte[] encode(Picture picture) {
        byte[] samples = new byte[picture.size()];
        picture.samples().get(samples);
        int pixels = picture.width() * picture.height();
        byte[] residues = new byte[samples.length];
        byte[] plane = new byte[pixels];
        for (int channel = 0; channel < picture.channels(); channel++) {
            takePlane(samples, plane, channel, picture.channels());
            for (int row = 0; row < picture.height(); row++) {
                predictRow(plane, residues, channel * pixels, row * picture.width(), picture.width());
            }
        }
        return Zstd.compress(residues, LEVEL);
    }

    private static boolean fromGreen(int channel, int channels) {
        return channels == 3 && channel != GREEN;
    }

    private static void takePlane(byte[] samples, byte[] plane, int channel, int channels) {
        int toGreen = GREEN - channel;
        boolean subtract = fromGreen(channel, channels);
        for (int i = 0, sample = channel; i < plane.length; i++, sample += channels) {
            plane[i] = (byte) (subtract ? samples[sample] - samples[sample + toGreen] : samples[sample]);
        }
    }

    /** @param first index of the row's first sample in its plane; above the first row stands nothing, which counts as zero */
    private static void predictRow(byte[] plane, byte[] residues, int offset, int first, int width) {
        int left = 0;
        int upperLeft = 0;
        for (int i = first; i < first + width; i++) {
            int upper = first == 0 ? left : plane[i - width] & 0xff;
            if (i == first) {
                left = upper;
                upperLeft = upper;
            }
            int sample = plane[i] & 0xff;
            residues[offset + i] = (byte) (sample - median(left, upper, upperLeft));
            left = sample;
            upperLeft = upper;
        }
    }

    /** The same walk as {@link #predictRow}, back from residues to samples, in place. */
    private static void restoreRow(byte[] residues, int offset, int first, int width) {
        int left = 0;
        int upperLeft = 0;
        int at = offset + first;
        for (int i = at; i < at + width; i++) {
            int upper = first == 0 ? left : residues[i - width] & 0xff;
            if (i == at) {
                left = upper;
                upperLeft = upper;
            }
            left = residues[i] + median(left, upper, upperLeft) & 0xff;
            residues[i] = (byte) left;
            upperLeft = upper;
        }
    }

    /**
     * {@link #restoreRow} for all three channels of a row below the first: every sample waits for the one before it, so three rows side by
     * side take hardly longer than one.
     */
    private static void restoreThreeRows(byte[] residues, int first, int pixels, int width) {
        int left0 = residues[first - width] & 0xff;
        int left1 = residues[pixels + first - width] & 0xff;
        int left2 = residues[2 * pixels + first - width] & 0xff;
        int corner0 = left0;
        int corner1 = left1;
        int corner2 = left2;
        for (int at0 = first, at1 = pixels + first, at2 = 2 * pixels + first; at0 < first + width; at0++, at1++, at2++) {
            int upper0 = residues[at0 - width] & 0xff;
            int upper1 = residues[at1 - width] & 0xff;
            int upper2 = residues[at2 - width] & 0xff;
            left0 = residues[at0] + median(left0, upper0, corner0) & 0xff;
            left1 = residues[at1] + median(left1, upper1, corner1) & 0xff;
            left2 = residues[at2] + median(left2, upper2, corner2) & 0xff;
            residues[at0] = (byte) left0;
            residues[at1] = (byte) left1;
            residues[at2] = (byte) left2;
            corner0 = upper0;
            corner1 = upper1;
            corner2 = upper2;
        }
    }

    /** The median of left, upper and left + upper - upperLeft: follows an edge, or the slope where there is none. */
    private static int median(int left, int upper, int upperLeft) {
        int low = Math.min(left, upper);
        int high = Math.max(left, upper);
        return Math.max(low, Math.min(high, left + upper - upperLeft));
    }

    /**
     * @param camera says the size; nothing of the blob's own claim is believed before it
     * @throws IllegalArgumentException with a sentence if the blob is no picture of that size
     */
    static Picture decode(byte[] blob, Camera camera) {
        long size = (long) camera.width() * camera.height() * camera.channels();
        if (size > MOST_SAMPLES) {
            throw new IllegalArgumentException("a camera of " + camera.width() + " x " + camera.height() + " is larger than any");
        }
        long declared = Zstd.getFrameContentSize(blob);
        if (declared != size) {
            throw new IllegalArgumentException("the picture is damaged, or not " + camera.width() + " x " + camera.height());
        }
        byte[] samples = new byte[(int) size];
        if (decompressed(blob, samples) != size) {
            throw new IllegalArgumentException("the picture is cut off");
        }
        return new Picture(camera.width(), camera.height(), camera.channels(), restore(samples, camera));
    }

    private static byte[] restore(byte[] residues, Camera camera) {
        int pixels = camera.width() * camera.height();
        int channels = camera.channels();
        byte[] samples = new byte[residues.length];
        for (int row = 0; row < camera.height(); row++) {
            int first = row * camera.width();
            if (channels == 3 && row > 0) {
                restoreThreeRows(residues, first, pixels, camera.width());
            } else {
                for (int channel = 0; channel < channels; channel++) {
                    restoreRow(residues, channel * pixels, first, camera.width());
                }
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            boolean add = fromGreen(channel, channels);
            for (int i = 0, sample = channel; i < pixels; i++, sample += channels) {
                samples[sample] = (byte) (add ? residues[channel * pixels + i] + residues[GREEN * pixels + i] : residues[channel * pixels + i]);
            }
        }
        return samples;
    }

    private static long decompressed(byte[] blob, byte[] samples) {
        try {
            return Zstd.decompress(samples, blob);
        } catch (ZstdException damaged) {
            throw new IllegalArgumentException("the picture is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
