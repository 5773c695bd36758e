package whetstone.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.policy.PolicyInput.ColourSpace;

class InputTransformTest {
    @ParameterizedTest
    @CsvSource({
        // Published CIELAB D65 values of sRGB colours.
        "255, 255, 255, 100, 0, 0", "0, 0, 0, 0, 0, 0", "255, 0, 0, 53.24, 80.09, 67.20", "0, 255, 0, 87.73, -86.18, 83.18",
        "0, 0, 255, 32.30, 79.19, -107.86", "128, 128, 128, 53.59, 0, 0", "5, 5, 5, 1.37, 0, 0"
    })
    void labFollowsTheStandard(int red, int green, int blue, double lightness, double a, double b) {
        float[] lab = input(ColourSpace.LAB, 1, 1, picture(1, 1, 3, red, green, blue));
        assertThat((lab[0] + 1) * 50).isCloseTo((float) lightness, within(0.02f));
        assertThat(lab[1] * 100).isCloseTo((float) a, within(0.05f));
        assertThat(lab[2] * 100).isCloseTo((float) b, within(0.05f));
    }

    @Test
    void channelsFollowEachOtherAsPlanes() {
        float[] rgb = input(ColourSpace.RGB, 2, 1, picture(2, 1, 3, 0, 51, 102, 153, 204, 255));
        assertThat(rgb).containsExactly(new float[] {-1, 0.2f, -0.6f, 0.6f, -0.2f, 1}, within(1e-6f));
    }

    @Test
    void aSmallerPictureIsTheMeanOfTheAreasCovered() {
        float[] rgb = input(ColourSpace.RGB, 2, 1, picture(3, 2, 1, 30, 60, 90, 0, 30, 60));
        assertThat(rgb[0]).isEqualTo((15 * 2 / 3f + 45 / 3f) / 127.5f - 1, within(0.005f));
        assertThat(rgb[1]).isEqualTo((45 / 3f + 75 * 2 / 3f) / 127.5f - 1, within(0.005f));
    }

    @Test
    void reducingKeepsTheMeanOfThePicture() {
        Random random = new Random(3);
        int[] samples = random.ints(317 * 241, 0, 256).toArray();
        double mean = java.util.Arrays.stream(samples).average().orElseThrow();
        float[] rgb = input(ColourSpace.RGB, 25, 19, picture(317, 241, 1, samples));
        double reduced = 0;
        for (float value : rgb) {
            reduced += (value + 1) * 127.5 / rgb.length;
        }
        assertThat(reduced).isCloseTo(mean, within(0.1));
    }

    @Test
    void greyIsThreeEqualChannels() {
        assertThat(input(ColourSpace.RGB, 1, 1, picture(1, 1, 1, 200)))
                .containsExactly(input(ColourSpace.RGB, 1, 1, picture(1, 1, 3, 200, 200, 200)));
    }

    @Test
    void aMissingCameraIsNamed() {
        assertThatThrownBy(() -> new InputTransform(new PolicyInput("left", 1, 1, ColourSpace.RGB)).apply(seen(picture(1, 1, 1, 0))))
                .hasMessageContaining("left");
    }

    private static float[] input(ColourSpace colours, int width, int height, Picture picture) {
        return new InputTransform(new PolicyInput("front", width, height, colours)).apply(seen(picture));
    }

    private static Observation seen(Picture picture) {
        return new Observation(Map.of("front", picture), StateVector.EMPTY);
    }

    private static Picture picture(int width, int height, int channels, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new Picture(width, height, channels, bytes);
    }
}
