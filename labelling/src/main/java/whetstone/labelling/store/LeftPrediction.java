package whetstone.labelling.store;

/** {@link Prediction#LEFT}. The first sample of a row is foretold by the one above it, the very first by zero. */
final class LeftPrediction {
    private LeftPrediction() {}

    static byte[] residues(byte[] samples, int width, int channels) {
        byte[] residues = new byte[samples.length];
        if (channels == 3) {
            threeChannelsLess(samples, residues, width);
        } else {
            for (int channel = 0; channel < channels; channel++) {
                oneChannelLess(samples, residues, width, channel, channels);
            }
        }
        return residues;
    }

    private static void oneChannelLess(byte[] samples, byte[] residues, int width, int channel, int channels) {
        int pixels = samples.length / channels;
        for (int row = 0; row < pixels; row += width) {
            int left = row == 0 ? 0 : samples[(row - width) * channels + channel];
            for (int at = row; at < row + width; at++) {
                int value = samples[at * channels + channel];
                residues[channel * pixels + at] = (byte) (value - left);
                left = value;
            }
        }
    }

    private static void threeChannelsLess(byte[] samples, byte[] residues, int width) {
        int pixels = samples.length / 3;
        for (int row = 0; row < pixels; row += width) {
            int above = (row - width) * 3;
            int leftGreen = row == 0 ? 0 : samples[above + 1];
            int leftRed = row == 0 ? 0 : samples[above] - leftGreen;
            int leftBlue = row == 0 ? 0 : samples[above + 2] - leftGreen;
            for (int at = row, sample = row * 3; at < row + width; at++, sample += 3) {
                int green = samples[sample + 1];
                int red = samples[sample] - green;
                int blue = samples[sample + 2] - green;
                residues[at] = (byte) (red - leftRed);
                residues[pixels + at] = (byte) (green - leftGreen);
                residues[2 * pixels + at] = (byte) (blue - leftBlue);
                leftRed = red;
                leftGreen = green;
                leftBlue = blue;
            }
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

    /** Sums of bytes in ints: their lowest eight bits are right whatever was carried above them. */
    private static void oneChannel(byte[] residues, byte[] samples, int width, int channel, int channels) {
        int pixels = samples.length / channels;
        int first = 0;
        for (int row = 0; row < pixels; row += width) {
            int value = first;
            for (int at = row; at < row + width; at++) {
                value += residues[channel * pixels + at];
                samples[at * channels + channel] = (byte) value;
            }
            first += residues[channel * pixels + row];
        }
    }

    private static void threeChannels(byte[] residues, byte[] samples, int width) {
        int pixels = samples.length / 3;
        int firstRed = 0;
        int firstGreen = 0;
        int firstBlue = 0;
        for (int row = 0; row < pixels; row += width) {
            int red = firstRed;
            int green = firstGreen;
            int blue = firstBlue;
            for (int at = row, sample = row * 3; at < row + width; at++, sample += 3) {
                red += residues[at];
                green += residues[pixels + at];
                blue += residues[2 * pixels + at];
                samples[sample] = (byte) (red + green);
                samples[sample + 1] = (byte) green;
                samples[sample + 2] = (byte) (blue + green);
            }
            firstRed += residues[row];
            firstGreen += residues[pixels + row];
            firstBlue += residues[2 * pixels + row];
        }
    }
}
