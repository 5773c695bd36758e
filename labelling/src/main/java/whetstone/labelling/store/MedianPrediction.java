package whetstone.labelling.store;

/**
 * {@link Prediction#MEDIAN}: from the left, upper and upper left neighbours. Above the first row stands nothing, there the left one alone
 * foretells; left of the first column stands what is above it.
 */
final class MedianPrediction {
    private MedianPrediction() {}

    static byte[] residues(byte[] samples, int width, int channels) {
        byte[] residues = new byte[samples.length];
        int pixels = samples.length / channels;
        byte[] plane = new byte[pixels];
        for (int channel = 0; channel < channels; channel++) {
            takePlane(samples, plane, channel, channels);
            for (int first = 0; first < pixels; first += width) {
                predictRow(plane, residues, channel * pixels, first, width);
            }
        }
        return residues;
    }

    private static void takePlane(byte[] samples, byte[] plane, int channel, int channels) {
        int toGreen = Prediction.GREEN - channel;
        boolean subtract = Prediction.fromGreen(channel, channels);
        for (int i = 0, sample = channel; i < plane.length; i++, sample += channels) {
            plane[i] = (byte) (subtract ? samples[sample] - samples[sample + toGreen] : samples[sample]);
        }
    }

    /** @param first index of the row's first sample in its plane */
    private static void predictRow(byte[] plane, byte[] residues, int offset, int first, int width) {
        int left = first == 0 ? 0 : plane[first - width] & 0xff;
        int upperLeft = left;
        for (int i = first; i < first + width; i++) {
            int upper = first == 0 ? left : plane[i - width] & 0xff;
            int sample = plane[i] & 0xff;
            residues[offset + i] = (byte) (sample - median(left, upper, upperLeft));
            left = sample;
            upperLeft = upper;
        }
    }

    static byte[] samples(byte[] residues, int width, int channels) {
        byte[] samples = new byte[residues.length];
        if (channels == 3) {
            threeChannels(residues, samples, width);
        } else {
            for (int channel = 0; channel < channels; channel++) {
                oneChannel(residues, samples, width, channel, channels);
            }
        }
        return samples;
    }

    private static void oneChannel(byte[] residues, byte[] samples, int width, int channel, int channels) {
        int pixels = samples.length / channels;
        int[] above = new int[width];
        for (int row = 0; row < pixels; row += width) {
            int left = above[0];
            int upperLeft = left;
            for (int column = 0; column < width; column++) {
                int upper = row == 0 ? left : above[column];
                left = residues[channel * pixels + row + column] + median(left, upper, upperLeft) & 0xff;
                above[column] = left;
                samples[(row + column) * channels + channel] = (byte) left;
                upperLeft = upper;
            }
        }
    }

    /** Every sample waits for the one before it, so three channels side by side take hardly longer than one. */
    private static void threeChannels(byte[] residues, byte[] samples, int width) {
        int pixels = samples.length / 3;
        int[] above = new int[3 * width];
        firstRow(residues, samples, above);
        for (int row = width; row < pixels; row += width) {
            int red = above[0];
            int green = above[1];
            int blue = above[2];
            int redCorner = red;
            int greenCorner = green;
            int blueCorner = blue;
            for (int at = row, up = 0, sample = 3 * row; at < row + width; at++, up += 3, sample += 3) {
                int redAbove = above[up];
                int greenAbove = above[up + 1];
                int blueAbove = above[up + 2];
                red = residues[at] + median(red, redAbove, redCorner) & 0xff;
                green = residues[pixels + at] + median(green, greenAbove, greenCorner) & 0xff;
                blue = residues[2 * pixels + at] + median(blue, blueAbove, blueCorner) & 0xff;
                above[up] = red;
                above[up + 1] = green;
                above[up + 2] = blue;
                samples[sample] = (byte) (red + green);
                samples[sample + 1] = (byte) green;
                samples[sample + 2] = (byte) (blue + green);
                redCorner = redAbove;
                greenCorner = greenAbove;
                blueCorner = blueAbove;
            }
        }
    }

    private static void firstRow(byte[] residues, byte[] samples, int[] above) {
        int pixels = samples.length / 3;
        for (int channel = 0; channel < 3; channel++) {
            int left = 0;
            for (int i = channel, at = channel * pixels; i < above.length; i += 3, at++) {
                left = left + residues[at] & 0xff;
                above[i] = left;
            }
        }
        for (int i = 0; i < above.length; i++) {
            int channel = i % 3;
            samples[i] = (byte) (channel == Prediction.GREEN ? above[i] : above[i] + above[i - channel + Prediction.GREEN]);
        }
    }

    /** The median of left, upper and left + upper - upperLeft. */
    private static int median(int left, int upper, int upperLeft) {
        int low = Math.min(left, upper);
        int high = Math.max(left, upper);
        return Math.max(low, Math.min(high, left + upper - upperLeft));
    }
}
