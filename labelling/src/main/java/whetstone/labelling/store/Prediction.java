package whetstone.labelling.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the samples of a picture are foretold from their neighbours; only what differs, the residues, is compressed. Residues stand channel
 * after channel, modulo 256. In pictures of three channels red and blue are foretold as their difference to green.
 */
enum Prediction {
    /**
     * A sample is what its left neighbour is. Best for rendered pictures, whose rows are alike, and twice as quick to undo as any that asks
     * two neighbours, since a sample waits for one addition only.
     */
    LEFT("left-zstd") {
        @Override
        byte[] residues(byte[] samples, int width, int channels) {
            return LeftPrediction.residues(samples, width, channels);
        }

        @Override
        byte[] samples(byte[] residues, int width, int channels) {
            return LeftPrediction.samples(residues, width, channels);
        }
    },

    /**
     * A sample follows an edge, or the slope where there is none: LOCO-I's median prediction (Weinberger, Seroussi, Sapiro 2000, section
     * II.A). Best for photographs.
     */
    MEDIAN("median-zstd") {
        @Override
        byte[] residues(byte[] samples, int width, int channels) {
            return MedianPrediction.residues(samples, width, channels);
        }

        @Override
        byte[] samples(byte[] residues, int width, int channels) {
            return MedianPrediction.samples(residues, width, channels);
        }
    };

    static final int GREEN = 1;

    private final String format;

    Prediction(String format) {
        this.format = format;
    }

    /** As the file calls it. */
    String format() {
        return format;
    }

    static Optional<Prediction> of(String format) {
        return Arrays.stream(values()).filter(prediction -> prediction.format.equals(format)).findFirst();
    }

    /** @param samples in rows of pixels, channels last; a whole number of rows */
    abstract byte[] residues(byte[] samples, int width, int channels);

    /** The samples that {@link #residues} was given. */
    abstract byte[] samples(byte[] residues, int width, int channels);

    static boolean fromGreen(int channel, int channels) {
        return channels == 3 && channel != GREEN;
    }
}
