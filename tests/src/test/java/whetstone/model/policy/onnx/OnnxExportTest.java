package whetstone.model.policy.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyInput.ColourSpace;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;
import whetstone.model.policy.Weights;

class OnnxExportTest {
    private static final ActionSpec ACTION = new ActionSpec(List.of(new ActionSpec.Dimension("steer", -1, 1),
            new ActionSpec.Dimension("throttle", 0, 0.5f)));
    private static final PolicyVersion CONVOLUTIONAL = SkywayPolicies.convolutional();
    private static final PolicyVersion RIDGE = SkywayPolicies.ridge();

    @ParameterizedTest
    @CsvSource({"40, 30, 1000", "80, 60, 1000", "96, 96, 1000", "161, 97, 300", "20, 15, 300", "640, 480, 60"})
    void aTrainedNetworkGivesInOnnxRuntimeWhatItGivesInDeepLearning4J(int width, int height, int count) {
        assertThat(worst(CONVOLUTIONAL, width, height, count)).isLessThan(1e-5);
    }

    @ParameterizedTest
    @CsvSource({"25, 19, 1000", "80, 60, 1000", "96, 96, 1000", "161, 97, 300", "640, 480, 60"})
    void ridgeGivesInOnnxRuntimeWhatItGivesInJava(int width, int height, int count) {
        assertThat(worst(RIDGE, width, height, count)).isLessThan(1e-5);
    }

    @Test
    void aNetworkInLabGivesWhatItGivesInDeepLearning4J() {
        PolicyDescription lab = new PolicyDescription(new PolicyInput("front", 24, 18, ColourSpace.LAB),
                new Network.Convolutional(List.of(new Network.Convolution(6, 3, 2), new Network.Convolution(5, 2, 1)), List.of()),
                ACTION);
        assertThat(worst(version(lab), 60, 45, 300)).isLessThan(1e-5);
    }

    @Test
    void aNetworkWithoutConvolutionsIsExportedToo() {
        PolicyDescription dense = new PolicyDescription(new PolicyInput("front", 9, 7, ColourSpace.RGB),
                new Network.Convolutional(List.of(), List.of(20, 10)), ACTION);
        assertThat(worst(version(dense), 31, 23, 300)).isLessThan(1e-5);
    }

    @Test
    void dave2IsExportedToo() {
        PolicyDescription dave = new PolicyDescription(new PolicyInput("front", 200, 66, ColourSpace.RGB), Networks.dave2(),
                ActionSpec.STEER);
        assertThat(worst(version(dave), 320, 160, 60)).isLessThan(1e-5);
    }

    /** A sixth can't be said in float32, and a mean over 36 often lies on the edge between two 8-bit values. */
    @ParameterizedTest
    @CsvSource({"60, 36, 3", "60, 36, 1", "60, 36, 4", "100, 70, 3", "7, 5, 3"})
    void meansBetweenTwoValuesAreRoundedAsInTraining(int width, int height, int channels) {
        PolicyDescription description = new PolicyDescription(new PolicyInput("front", 10, 6, ColourSpace.LAB), new Network.Ridge(1),
                new ActionSpec(List.of(new ActionSpec.Dimension("steer", -1000, 1000))));
        Weights weights = weights(description, 1);
        Policy own = new RidgePolicy(description, weights);
        PictureSize size = new PictureSize(width, height, channels);
        try (Policy exported = new ExportedPolicy(description, OnnxExport.write(description, weights, size, Map.of()), size)) {
            for (Observation seen : SkywayPolicies.noise(200, width, height, channels)) {
                assertThat(exported.act(seen)).isEqualTo(own.act(seen));
            }
        }
    }

    @Test
    void actionsAreInsideTheirBoundsInTheGraph() {
        PolicyDescription wild = new PolicyDescription(new PolicyInput("front", 8, 6, ColourSpace.RGB), new Network.Ridge(1), ACTION);
        PictureSize size = new PictureSize(8, 6, 3);
        List<Float> throttles = new ArrayList<>();
        try (Policy exported = new ExportedPolicy(wild, OnnxExport.write(wild, weights(wild, 50), size, Map.of()), size)) {
            // An action out of its bounds would be refused.
            SkywayPolicies.noise(50, 8, 6, 3).forEach(seen -> throttles.add(exported.act(seen).get("throttle")));
        }
        assertThat(throttles).contains(0f, 0.5f);
    }

    @Test
    void manyPicturesGoThroughAtOnce() throws ai.onnxruntime.OrtException {
        PictureSize size = new PictureSize(80, 60, 3);
        byte[] model = OnnxExport.write(CONVOLUTIONAL.description(), CONVOLUTIONAL.weights(), size, Map.of());
        List<Observation> seen = SkywayPolicies.frames(6, 80, 60);
        java.nio.ByteBuffer pictures = java.nio.ByteBuffer.allocateDirect(6 * size.samples());
        seen.forEach(each -> pictures.put(each.picture("front").samples()));
        try (Policy own = SkywayPolicies.TRAINERS.judge(CONVOLUTIONAL); ai.onnxruntime.OrtSession session = OnnxRuntime.open(model);
             ai.onnxruntime.OnnxTensor input = ai.onnxruntime.OnnxTensor.createTensor(OnnxRuntime.environment(), pictures.flip(),
                     new long[] {6, 60, 80, 3}, ai.onnxruntime.OnnxJavaType.UINT8);
             ai.onnxruntime.OrtSession.Result result = session.run(Map.of("picture", input))) {
            float[][] actions = (float[][]) result.get("action").orElseThrow().getValue();
            assertThat(actions).hasDimensions(6, 1);
            assertThat(actions[5][0]).isCloseTo(own.act(seen.get(5)).get(0), org.assertj.core.api.Assertions.within(1e-5f));
        }
    }

    @Test
    void whatTheModelTakesAndGivesStandsInItsMetadata() throws InvalidProtocolBufferException {
        Map<String, String> metadata = metadata(OnnxExport.write(RIDGE.description(), RIDGE.weights(), new PictureSize(80, 60, 3), Map.of()));
        assertThat(metadata).containsEntry("whetstone.input", "picture: uint8 [N, 60, 80, 3], 0 to 255, RGB, of the camera 'front'")
                .containsEntry("whetstone.output", "action: float32 [N, 1]: steer -1.0 to 1.0");
    }

    @Test
    void whereThePolicyCameFromStandsInItsMetadata() throws InvalidProtocolBufferException {
        byte[] model = OnnxExport.write(RIDGE.description(), RIDGE.weights(), new PictureSize(80, 60, 3), Map.of("whetstone.policy", "v7"));
        assertThat(metadata(model)).containsEntry("whetstone.policy", "v7");
    }

    private static Map<String, String> metadata(byte[] model) throws InvalidProtocolBufferException {
        Map<String, String> metadata = new HashMap<>();
        ModelProto.parseFrom(model).getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        return metadata;
    }

    private static double worst(PolicyVersion version, int width, int height, int count) {
        PictureSize size = new PictureSize(width, height, 3);
        byte[] model = OnnxExport.write(version.description(), version.weights(), size, Map.of());
        double worst = 0;
        try (Policy own = SkywayPolicies.TRAINERS.judge(version); Policy exported = new ExportedPolicy(version.description(), model, size)) {
            for (Observation seen : SkywayPolicies.frames(count, width, height)) {
                float[] wanted = own.act(seen).toArray();
                float[] given = exported.act(seen).toArray();
                for (int i = 0; i < wanted.length; i++) {
                    worst = Math.max(worst, Math.abs(wanted[i] - given[i]));
                }
            }
        }
        return worst;
    }

    private static PolicyVersion version(PolicyDescription description) {
        return new PolicyVersion(0, "v1", java.util.OptionalLong.empty(), 1, description, weights(description, 0.1f), 1, 1,
                java.util.OptionalDouble.empty(), SkywayPolicies.CLOCK.instant());
    }

    private static Weights weights(PolicyDescription description, float size) {
        Random random = new Random(5);
        float[] values = new float[description.weightCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * size;
        }
        return new Weights(values);
    }
}
