package whetstone.labelling.exchange.lerobot;

import java.nio.ByteBuffer;
import java.util.Optional;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.PictureEncoding;
import whetstone.model.Picture;

/** Pictures as files that every reader of LeRobot datasets takes for three channels: PNG, or the colour file that a picture came as. */
final class PictureFiles {
    private PictureFiles() {}

    static byte[] file(Picture picture, Optional<EncodedPicture> original) {
        return original.filter(PictureFiles::colour).map(EncodedPicture::toBytes).orElseGet(() -> PictureEncoding.png(inColour(picture)));
    }

    /** Whether it has three channels of eight bits and no transparency; a PNG's header says so in two bytes (PNG specification, IHDR). */
    private static boolean colour(EncodedPicture file) {
        byte[] bytes = file.toBytes();
        return switch (file.format()) {
            case JPEG -> components(bytes) == 3;
            case PNG -> bytes.length > 25 && bytes[24] == 8 && bytes[25] == 2;
        };
    }

    /** A grey picture in three equal channels; any other as it is. */
    static Picture inColour(Picture picture) {
        if (picture.channels() != 1) {
            return picture;
        }
        byte[] samples = new byte[picture.size() * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) picture.sample(i / 3);
        }
        return new Picture(picture.width(), picture.height(), 3, samples);
    }

    /** How many components a JPEG has, by its frame header (ITU T.81, B.2.2); 0 where it has none. */
    private static int components(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 10 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return jpeg[at + 9] & 0xff;
            }
            at += 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        return 0;
    }
}
