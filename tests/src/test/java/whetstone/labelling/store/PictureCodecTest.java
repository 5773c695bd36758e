package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Picture;

class PictureCodecTest {
    @Property(tries = 200)
    void everyPictureComesBackToTheLastBit(@ForAll @IntRange(min = 1, max = 40) int width, @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 1, max = 4) int channels, @ForAll long seed) {
        byte[] samples = new byte[width * height * channels];
        new Random(seed).nextBytes(samples);
        Picture picture = new Picture(width, height, channels, samples);
        assertThat(PictureCodec.decode(PictureCodec.encode(picture), camera(width, height, channels))).isEqualTo(picture);
    }

    private static Camera camera(int width, int height, int channels) {
        return new Camera("front", width, height, channels, new CameraProfile(1, 0, 90, 0, 0));
    }
}
