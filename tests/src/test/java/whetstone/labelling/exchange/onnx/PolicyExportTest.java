package whetstone.labelling.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.Round;
import whetstone.labelling.exchange.Progress;
import whetstone.model.ActionSpec;
import whetstone.model.Picture;
import whetstone.model.Step;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.PictureSize;
import whetstone.model.policy.onnx.SkywayPolicies;

class PolicyExportTest {
    private static final PictureSize CAMERA = new PictureSize(80, 60, 3);
    private static final PolicyVersion RIDGE = SkywayPolicies.ridge();

    @TempDir Path folder;
    private final PolicyExport export = new PolicyExport(SkywayPolicies.TRAINERS::judge);
    private Dataset dataset;
    private Path out;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        out = folder.resolve("policy.onnx");
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void aThousandFramesAreComparedAndTheRecordedOnesFirst() {
        SkywayDataset.byExpert(dataset, "alpha", 120, 1);
        PolicyExport.Result result = export.write(dataset, SkywayPolicies.convolutional(), CAMERA, out, Progress.unseen());
        assertThat(result).extracting(PolicyExport.Result::frames, PolicyExport.Result::recorded).containsExactly(1000, 120);
    }

    @Test
    void aModelThatActsOtherwiseIsRefused() {
        PolicyExport judgedByAnother = new PolicyExport(_ -> _ -> ActionSpec.STEER.clamp(1));
        assertThatThrownBy(() -> judgedByAnother.write(dataset, RIDGE, CAMERA, out, Progress.unseen()))
                .isInstanceOf(DatasetException.class).hasMessageStartingWith("v1 was not exported: on frame 1 of 1000 its model acts by ");
    }

    @Test
    void whatWasRefusedIsNotWritten() throws IOException {
        PolicyExport judgedByAnother = new PolicyExport(_ -> _ -> ActionSpec.STEER.clamp(1));
        assertThatThrownBy(() -> judgedByAnother.write(dataset, RIDGE, CAMERA, out, Progress.unseen())).isInstanceOf(DatasetException.class);
        assertThat(namesWith("onnx")).isEmpty();
    }

    @Test
    void aCancelledExportLeavesNothingBehind() throws IOException {
        Progress stopped = new Progress(_ -> { }, () -> true);
        assertThatThrownBy(() -> export.write(dataset, RIDGE, CAMERA, out, stopped)).isInstanceOf(CancellationException.class);
        assertThat(namesWith("onnx")).isEmpty();
    }

    @Test
    void theModelTakesTheSizeThatMostFramesHave() {
        SkywayDataset.byExpert(dataset, "alpha", 5, 1);
        assertThat(CameraSize.of(dataset, RIDGE.description().input())).isEqualTo(CAMERA);
    }

    @Test
    void aDatasetWithoutTheCameraGivesTheSizeOfThePolicysInput() {
        assertThat(CameraSize.of(dataset, RIDGE.description().input())).isEqualTo(new PictureSize(25, 19, 3));
    }

    @Test
    void lineageStandsInTheMetadata() throws IOException {
        PolicyVersion first = dataset.save(RIDGE).join();
        PolicyVersion second = dataset.save(named("v2", OptionalLong.of(first.id()))).join();
        PolicyVersion third = dataset.save(named("v3", OptionalLong.of(second.id()))).join();
        export.write(dataset, third, CAMERA, out, Progress.unseen());
        assertThat(metadata()).containsEntry("whetstone.lineage", "v1 > v2 > v3");
    }

    @Test
    void theTrainingDatasHashIsThatOfItsPicturesAndActions() throws IOException, NoSuchAlgorithmException {
        long rollout = SkywayDataset.byExpert(dataset, "alpha", 4, 1);
        SkywayDataset.byExpert(dataset, "bravo", 4, 1);
        PolicyVersion version = dataset.save(RIDGE).join();
        dataset.save(new Round(0, 1, OptionalLong.empty(), OptionalLong.of(version.id()), List.of(rollout), 4, "{}", 1, OptionalDouble.empty(),
                Round.Measured.NOT, Round.Measured.NOT, SkywayPolicies.CLOCK.instant())).join();
        export.write(dataset, version, CAMERA, out, Progress.unseen());
        assertThat(metadata()).containsEntry("whetstone.trainingData.sha256", byHand(rollout)).containsEntry("whetstone.trainingData.frames", "4");
    }

    @Test
    void aPolicyOfNoRoundSaysThatItsDataIsNotKnown() throws IOException {
        export.write(dataset, dataset.save(RIDGE).join(), CAMERA, out, Progress.unseen());
        assertThat(metadata()).doesNotContainKey("whetstone.trainingData.sha256")
                .hasEntrySatisfying("whetstone.trainingData", sentence -> assertThat(sentence).startsWith("unknown: "));
    }

    private String byHand(long rollout) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int tick = 0; tick < 4; tick++) {
            Step step = dataset.rollout(rollout).step(tick);
            Picture picture = step.seen().picture("front");
            byte[] samples = new byte[picture.size()];
            picture.samples().get(samples);
            digest.update(ByteBuffer.allocate(16 + samples.length).putInt(80).putInt(60).putInt(3).put(samples)
                    .putFloat(step.executedAction().orElseThrow().steer()).array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static PolicyVersion named(String name, OptionalLong parent) {
        return new PolicyVersion(0, name, parent, RIDGE.round(), RIDGE.description(), RIDGE.weights(), RIDGE.seed(), RIDGE.labels(),
                RIDGE.heldOutLoss(), RIDGE.trainedAt());
    }

    private Map<String, String> metadata() throws IOException {
        Map<String, String> metadata = new HashMap<>();
        ModelProto.parseFrom(Files.readAllBytes(out)).getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        return metadata;
    }

    private List<String> namesWith(String part) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.contains(part)).toList();
        }
    }
}
