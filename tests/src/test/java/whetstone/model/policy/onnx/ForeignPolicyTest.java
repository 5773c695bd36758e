package whetstone.model.policy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.ForeignMapping.Source;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyJson;
import whetstone.model.policy.PolicyVersion;

class ForeignPolicyTest {
    private static final Observation ORANGE = plain(240, 120, 30);

    @Test
    void ourOwnExportDrivesAsAModelOfOthersWould() {
        PolicyVersion own = SkywayPolicies.convolutional();
        PolicyVersion foreign = PolicyVersion.imported("theirs", ForeignModels.ownExport(), ForeignModel.of(ForeignModels.ownExport(own)),
                Instant.EPOCH);
        try (Policy judge = SkywayPolicies.TRAINERS.judge(own); Policy acting = SkywayPolicies.TRAINERS.policy(foreign)) {
            for (Observation seen : SkywayPolicies.frames(100, 80, 60)) {
                assertThat(acting.act(seen).steer()).isCloseTo(judge.act(seen).steer(), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHANNELS_FIRST, RGB, BYTES, 0, 240", "CHANNELS_FIRST, RGB, BYTES, 1, 120", "CHANNELS_FIRST, RGB, BYTES, 2, 30",
        "CHANNELS_LAST, RGB, BYTES, 0, 240", "CHANNELS_LAST, RGB, BYTES, 2, 30",
        "CHANNELS_FIRST, BGR, BYTES, 0, 30", "CHANNELS_LAST, BGR, BYTES, 2, 240",
        "CHANNELS_FIRST, RGB, UNIT, 0, 0.941176", "CHANNELS_FIRST, RGB, SIGNED, 0, 0.882353",
        "CHANNELS_FIRST, RGB, IMAGENET, 0, 1.991949", "CHANNELS_LAST, RGB, IMAGENET, 2, -1.281569", "CHANNELS_FIRST, BGR, IMAGENET, 0, -1.281569"})
    void thePictureIsGivenAsTheMappingSays(Layout layout, Colours colours, Range range, int channel, double expected) {
        try (Policy policy = ForeignModels.policy(ForeignModels.channelMeans(layout, 3), layout, colours, range,
                new Source("means", channel, 1, 0))) {
            assertThat(policy.act(ORANGE).get(0)).isCloseTo((float) expected, within(2e-5f * 240));
        }
    }

    @Test
    void aGreyModelSeesTheLuminance() {
        try (Policy policy = ForeignModels.policy(ForeignModels.channelMeans(Layout.CHANNELS_FIRST, 1), Layout.CHANNELS_FIRST, Colours.GREY,
                Range.BYTES, new Source("means", 0, 1, 0))) {
            assertThat(policy.act(ORANGE).get(0)).isCloseTo(0.299f * 240 + 0.587f * 120 + 0.114f * 30, within(1e-3f));
        }
    }

    @Test
    void aDimensionIsScaledAndShifted() {
        try (Policy policy = means(new Source("means", 0, -0.5, 7))) {
            assertThat(policy.act(ORANGE).get(0)).isCloseTo(-0.5f * 240 + 7, within(1e-3f));
        }
    }

    @Test
    void anActionIsMovedIntoItsBounds() {
        try (Policy policy = means(new Source("means", 0, 1000, 0))) {
            assertThat(policy.act(ORANGE).get(0)).isEqualTo(1000);
        }
    }

    @Test
    void aMappingIsKeptAsJson() {
        assertThat(PolicyJson.read(PolicyJson.write(ForeignModels.ownExport()))).isEqualTo(ForeignModels.ownExport());
    }

    @Test
    void aValueThatTheOutputDoesNotHaveIsSaid() {
        try (Policy policy = means(new Source("means", 3, 1, 0))) {
            assertThatThrownBy(() -> policy.act(ORANGE)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("output 'means' has 3 values, but 'steer' is mapped to number 3");
        }
    }

    @Test
    void aValueThatIsNotANumberIsSaid() {
        Graph graph = new Graph("nan");
        byte[] model = ForeignModels.means(means -> graph.node("Sqrt", graph.node("Sub", List.of(means, graph.number(1000)))), graph);
        try (Policy policy = ForeignModels.policy(model, Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES, new Source("means", 0, 1, 0))) {
            assertThatThrownBy(() -> policy.act(ORANGE)).isInstanceOf(IllegalStateException.class).hasMessageContaining("not a number for 'steer'");
        }
    }

    @Test
    void anInputThatTheModelDoesNotHaveIsSaid() {
        byte[] model = ForeignModels.ownExport(SkywayPolicies.ridge());
        try (Policy policy = ForeignModels.policy(model, Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES, new Source("action", 0, 1, 0))) {
            assertThatThrownBy(() -> policy.act(ORANGE)).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the imported model can't act on this picture: ");
        }
    }

    @Test
    void anOperatorThatOnnxRuntimeDoesNotKnowIsSaid() {
        Graph graph = new Graph("odd");
        byte[] model = ForeignModels.means(means -> graph.node("Levitate", means), graph);
        assertThatThrownBy(() -> ForeignModels.policy(model, Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES, new Source("means", 0, 1, 0)))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith("ONNX Runtime can't open the imported model: ");
    }

    private static Policy means(Source source) {
        return ForeignModels.policy(ForeignModels.channelMeans(Layout.CHANNELS_FIRST, 3), Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES, source);
    }

    private static Observation plain(int red, int green, int blue) {
        byte[] samples = new byte[8 * 6 * 3];
        for (int i = 0; i < samples.length; i += 3) {
            samples[i] = (byte) red;
            samples[i + 1] = (byte) green;
            samples[i + 2] = (byte) blue;
        }
        return new Observation(Map.of("front", new Picture(8, 6, 3, samples)), StateVector.EMPTY);
    }
}
