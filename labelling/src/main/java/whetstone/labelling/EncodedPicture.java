package whetstone.labelling;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import whetstone.model.Picture;

/**
 * A picture file as it was imported, kept to the byte: JPEG or PNG. Its size is read from its header on construction and checked
 * before anything is decoded, so a small file can't ask for a huge picture. Immutable, safe for any thread.
 */
public final class EncodedPicture {
    /** The formats that are kept as they are. */
    public enum Format { JPEG, PNG }

    /** More samples than any camera gives: 4096 x 4096 in colour. */
    private static final long MOST_SAMPLES = 4096L * 4096 * 3;
    /** A progressive picture usually has ten scans; smaller ones may have more. */
    private static final long MOST_SAMPLES_OF_ALL_SCANS = 20 * MOST_SAMPLES;

    private final Format format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /**
     * @param bytes a whole JPEG or PNG file, owned by this picture from now on
     * @throws IllegalArgumentException with a sentence if they are neither, or the size is beyond every camera
     */
    public EncodedPicture(byte[] bytes) {
        this.bytes = bytes;
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(stream);
            try {
                this.format = format(reader.getFormatName());
                this.width = reader.getWidth(0);
                this.height = reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("the picture is damaged: " + broken.getMessage(), broken);
        }
        if ((long) width * height * 3 > MOST_SAMPLES) {
            throw new IllegalArgumentException("the picture says it is " + width + " x " + height + ", larger than any camera's");
        }
        if (format == Format.JPEG && (long) width * height * 3 * JpegScans.in(bytes) > MOST_SAMPLES_OF_ALL_SCANS) {
            throw new IllegalArgumentException("the picture draws its " + width + " x " + height + " pixels " + JpegScans.in(bytes)
                    + " times over, more than any camera does");
        }
    }

    public Format format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Number of bytes of the file. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the file. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /**
     * Decodes the picture.
     *
     * @param channels 3 for RGB, 1 for grey
     * @throws IllegalArgumentException with a sentence if the file is damaged
     */
    public Picture decode(int channels) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(stream);
            try {
                return picture(reader.read(0), channels);
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("the picture is damaged: " + broken.getMessage(), broken);
        }
    }

    private static ImageReader reader(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IllegalArgumentException("the picture is neither JPEG nor PNG");
        }
        ImageReader reader = readers.next();
        reader.setInput(stream, true, true);
        return reader;
    }

    private static Format format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "jpeg", "jpg" -> Format.JPEG;
            case "png" -> Format.PNG;
            default -> throw new IllegalArgumentException("the picture is " + name + ", neither JPEG nor PNG");
        };
    }

    private static Picture picture(BufferedImage image, int channels) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(width, height, channels, switch (channels) {
            case 1 -> grey(image);
            case 3 -> colour(image);
            default -> throw new IllegalArgumentException("a picture file can't be read as " + channels + " channels");
        });
    }

    private static byte[] grey(BufferedImage image) {
        Raster raster = image.getRaster();
        if (raster.getNumBands() != 1 || raster.getSampleModel().getSampleSize(0) != 8) {
            throw new IllegalArgumentException("the picture is in colour where a grey one was recorded");
        }
        int[] samples = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, new int[image.getWidth() * image.getHeight()]);
        byte[] grey = new byte[samples.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) samples[i];
        }
        return grey;
    }

    private static byte[] colour(BufferedImage image) {
        int width = image.getWidth();
        int[] row = new int[width];
        byte[] samples = new byte[width * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                samples[at++] = (byte) (pixel >> 16);
                samples[at++] = (byte) (pixel >> 8);
                samples[at++] = (byte) pixel;
            }
        }
        return samples;
    }
}
