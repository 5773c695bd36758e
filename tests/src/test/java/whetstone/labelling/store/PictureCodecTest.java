package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Picture;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;

class PictureCodecTest {
    @Property(tries = 200)
    void everyPictureComesBackToTheLastBit(@ForAll @IntRange(min = 1, max = 40) int width, @ForAll @IntRange(min = 1, max = 80) int height,
            @ForAll @IntRange(min = 1, max = 4) int channels, @ForAll long seed) {
        Picture picture = new Picture(width, height, channels, noise(width, height, channels, seed));
        PictureCodec.Encoded encoded = PictureCodec.encode(picture);
        Prediction prediction = Prediction.of(encoded.format()).orElseThrow();
        assertThat(PictureCodec.decode(prediction, encoded.bytes(), camera(width, height, channels))).isEqualTo(picture);
    }

    @Property(tries = 200)
    void everyPredictionIsUndoneToTheLastBit(@ForAll Prediction prediction, @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 30) int height, @ForAll @IntRange(min = 1, max = 4) int channels, @ForAll long seed) {
        byte[] samples = noise(width, height, channels, seed);
        assertThat(prediction.samples(prediction.residues(samples, width, channels), width, channels)).isEqualTo(samples);
    }

    @Example
    void renderedPictureIsPredictedFromTheLeft() {
        try (Skyway skyway = new Skyway(SkywaySettings.experiment("alpha", Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(160, 120))))) {
            assertThat(PictureCodec.encode(skyway.reset(1).picture("front")).format()).isEqualTo(Prediction.LEFT.format());
        }
    }

    @Example
    void smoothSlopesArePredictedByTheMedian() {
        byte[] samples = new byte[64 * 64];
        Random random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (80 + 40 * Math.sin(i / 64 / 9.0) + 40 * Math.sin(i % 64 / 7.0) + random.nextInt(3));
        }
        assertThat(PictureCodec.encode(new Picture(64, 64, 1, samples)).format()).isEqualTo(Prediction.MEDIAN.format());
    }

    private static byte[] noise(int width, int height, int channels, long seed) {
        byte[] samples = new byte[width * height * channels];
        new Random(seed).nextBytes(samples);
        return samples;
    }

    private static Camera camera(int width, int height, int channels) {
        return new Camera("front", width, height, channels, new CameraProfile(1, 0, 90, 0, 0));
    }
}
