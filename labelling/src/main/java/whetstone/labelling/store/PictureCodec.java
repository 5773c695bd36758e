package whetstone.labelling.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import whetstone.model.Camera;
import whetstone.model.Picture;

/** Own pictures, lossless: the residues of whichever prediction leaves less to say, then Zstandard at level 1. */
final class PictureCodec {
    private static final int LEVEL = 1;
    private static final long MOST_SAMPLES = 4096L * 4096 * 3;
    /** Stretches of rows, spread over the picture, on which the predictions are tried. */
    private static final int TRIED = 4;
    private static final int LEAST_ROWS = 4;

    private PictureCodec() {}

    /** A picture as the file has it. @param format see {@link Prediction#format} */
    record Encoded(String format, byte[] bytes) {}

    static Encoded encode(Picture picture) {
        byte[] samples = new byte[picture.size()];
        picture.samples().get(samples);
        Prediction prediction = better(picture, samples);
        return new Encoded(prediction.format(), compressed(prediction, samples, picture));
    }

    private static byte[] compressed(Prediction prediction, byte[] samples, Picture picture) {
        return Zstd.compress(prediction.residues(samples, picture.width(), picture.channels()), LEVEL);
    }

    /** Tries both on an eighth of the rows: the whole picture twice would take twice as long. */
    private static Prediction better(Picture picture, byte[] samples) {
        byte[] some = some(picture, samples);
        return compressed(Prediction.LEFT, some, picture).length <= compressed(Prediction.MEDIAN, some, picture).length
                ? Prediction.LEFT : Prediction.MEDIAN;
    }

    private static byte[] some(Picture picture, byte[] samples) {
        int rows = Math.max(LEAST_ROWS, picture.height() / (8 * TRIED));
        if (rows * TRIED >= picture.height()) {
            return samples;
        }
        int row = picture.width() * picture.channels();
        byte[] some = new byte[TRIED * rows * row];
        for (int i = 0; i < TRIED; i++) {
            int first = i * (picture.height() - rows) / (TRIED - 1);
            System.arraycopy(samples, first * row, some, i * rows * row, rows * row);
        }
        return some;
    }

    /**
     * @param camera says the size; nothing of the blob's own claim is believed before it
     * @throws IllegalArgumentException with a sentence if the blob is no picture of that size
     */
    static Picture decode(Prediction prediction, byte[] blob, Camera camera) {
        long size = (long) camera.width() * camera.height() * camera.channels();
        if (size > MOST_SAMPLES) {
            throw new IllegalArgumentException("a camera of " + camera.width() + " x " + camera.height() + " is larger than any");
        }
        long declared = Zstd.getFrameContentSize(blob);
        if (declared != size) {
            throw new IllegalArgumentException("the picture is damaged, or not " + camera.width() + " x " + camera.height());
        }
        byte[] residues = new byte[(int) size];
        if (decompressed(blob, residues) != size) {
            throw new IllegalArgumentException("the picture is cut off");
        }
        return new Picture(camera.width(), camera.height(), camera.channels(),
                prediction.samples(residues, camera.width(), camera.channels()));
    }

    private static long decompressed(byte[] blob, byte[] residues) {
        try {
            return Zstd.decompress(residues, blob);
        } catch (ZstdException damaged) {
            throw new IllegalArgumentException("the picture is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
