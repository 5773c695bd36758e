package whetstone.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import whetstone.model.Picture;

class PictureScalingTest {
    private final PictureScaling scaling = new PictureScaling();

    @Test
    void theSameSizeKeepsEveryPixel() {
        assertThat(scaled(redThenBlue(), 2, 1)).containsExactly(0xffff0000, 0xff0000ff);
    }

    @Test
    void aPlainPictureStaysPlain() {
        byte[] samples = new byte[7 * 5 * 3];
        Arrays.fill(samples, (byte) 200);
        assertThat(scaled(new Picture(7, 5, 3, samples), 16, 11)).containsOnly(0xffc8c8c8);
    }

    @Test
    void twoColoursBlendBetweenTheirCentres() {
        assertThat(scaled(redThenBlue(), 4, 1)).containsExactly(0xffff0000, 0xffbf003f, 0xff3f00bf, 0xff0000ff);
    }

    @Test
    void oneChannelIsGrey() {
        assertThat(scaled(new Picture(1, 1, 1, new byte[] {16}), 1, 1)).containsExactly(0xff101010);
    }

    private static Picture redThenBlue() {
        return new Picture(2, 1, 3, new byte[] {(byte) 255, 0, 0, 0, 0, (byte) 255});
    }

    private int[] scaled(Picture picture, int width, int height) {
        int[] pixels = new int[width * height];
        scaling.scale(picture, width, height, pixels);
        return pixels;
    }
}
