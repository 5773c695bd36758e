package whetstone.labelling.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import whetstone.model.Camera;
import whetstone.model.Picture;

/**
 * Own pictures, lossless: every row as its difference to the row above, modulo 256 (the "up" filter of PNG, which the processor does
 * many bytes at a time), then Zstandard at level 1.
 */
final class PictureCodec {
    static final String FORMAT = "zstd";
    private static final int LEVEL = 1;
    private static final long MOST_SAMPLES = 4096L * 4096 * 3;

    private PictureCodec() {}

    static byte[] encode(Picture picture) {
        ByteBuffer samples = picture.samples();
        byte[] original = new byte[samples.remaining()];
        samples.get(original);
        byte[] filtered = original.clone();
        int stride = picture.width() * picture.channels();
        for (int i = stride; i < filtered.length; i++) {
            filtered[i] = (byte) (original[i] - original[i - stride]);
        }
        return Zstd.compress(filtered, LEVEL);
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
        int stride = camera.width() * camera.channels();
        for (int row = stride; row < samples.length; row += stride) {
            for (int i = 0; i < stride; i++) {
                samples[row + i] += samples[row - stride + i];
            }
        }
        return new Picture(camera.width(), camera.height(), camera.channels(), samples);
    }

    private static long decompressed(byte[] blob, byte[] samples) {
        try {
            return Zstd.decompress(samples, blob);
        } catch (ZstdException damaged) {
            throw new IllegalArgumentException("the picture is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
