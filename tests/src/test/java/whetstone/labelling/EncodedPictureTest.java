package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/** Picture files of strangers. */
class EncodedPictureTest {
    @Test
    void aProgressivePictureIsRead() throws IOException {
        assertThat(new EncodedPicture(progressive(64, 48)).decode(3)).hasToString("picture 64 x 48 x 3");
    }

    @Test
    void aPictureWithAThousandTimesTheScansIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] good = progressive(2048, 2048);
        int scans = JpegScans.in(good);
        int last = last(good, scans);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(good, 0, good.length - 2);
        for (int i = 0; i < 1000; i++) {
            bomb.write(good, last, good.length - 2 - last);
        }
        bomb.write(good, good.length - 2, 2);
        assertThat(scans).isBetween(2, 20);
        assertThatThrownBy(() -> new EncodedPicture(bomb.toByteArray())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining((scans + 1000) + " times over");
    }

    @Test
    void bytesThatLookLikeAScanInsideMetadataAreNone() throws IOException {
        byte[] good = progressive(16, 16);
        byte[] comment = new byte[1002];
        for (int i = 4; i < comment.length; i += 2) {
            comment[i] = (byte) 0xff;
            comment[i + 1] = (byte) 0xda;
        }
        comment[0] = (byte) 0xff;
        comment[1] = (byte) 0xfe;
        comment[2] = (byte) (1000 >> 8);
        comment[3] = (byte) 1000;
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(good, 0, 2);
        commented.writeBytes(comment);
        commented.write(good, 2, good.length - 2);
        assertThat(JpegScans.in(commented.toByteArray())).isEqualTo(JpegScans.in(good));
    }

    /** Where the last scan begins. */
    private static int last(byte[] file, int scans) {
        for (int at = file.length - 2; at > 0; at--) {
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xda && JpegScans.in(Arrays.copyOf(file, at)) == scans - 1) {
                return at;
            }
        }
        throw new IllegalStateException("it has no scan");
    }

    private static byte[] progressive(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
