package whetstone.labelling.exchange;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import whetstone.model.Picture;

/** Pictures as the files that other tools read: PNG keeps every sample, JPEG loses some. Grey where there is one channel. Any thread. */
public final class PictureEncoding {
    private PictureEncoding() {}

    /** A whole PNG file; lossless. @throws IllegalArgumentException unless the picture has one channel or three */
    public static byte[] png(Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(picture), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A whole JPEG file. @param quality 0 to 1 @throws IllegalArgumentException unless the picture has one channel or three */
    public static byte[] jpeg(Picture picture, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(picture), null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        return switch (picture.channels()) {
            case 1 -> grey(picture, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
            case 3 -> colour(picture, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
            default -> throw new IllegalArgumentException("a picture of " + picture.channels() + " channels is no picture file");
        };
    }

    private static BufferedImage grey(Picture picture, BufferedImage image) {
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                raster.setSample(x, y, 0, picture.sample(y, x, 0));
            }
        }
        return image;
    }

    private static BufferedImage colour(Picture picture, BufferedImage image) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.sample(y, x, 0) << 16 | picture.sample(y, x, 1) << 8 | picture.sample(y, x, 2));
            }
        }
        return image;
    }
}
