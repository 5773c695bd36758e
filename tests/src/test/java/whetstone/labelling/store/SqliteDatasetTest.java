package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whetstone.labelling.store.Recordings.AT;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Round;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.CameraProfile;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.StateVector;
import whetstone.model.Step;
import whetstone.model.policy.PolicyVersion;

class SqliteDatasetTest {
    private static final EnvironmentSpec ROAD = Recordings.environment(16, 12);

    @TempDir
    private Path folder;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private void reopen() {
        dataset.close();
        dataset = SqliteDataset.open(folder.resolve("test.whetstone"));
    }

    @Test
    void recordedStepComesBackAsItWas() {
        Step step = new Step(0, new Observation(Map.of("front", Recordings.picture(16, 12, 3)), new StateVector(4.5f)),
                Optional.of(new Action(ActionSpec.STEER, 0.25f)), Optional.empty(), Control.HUMAN,
                Optional.of(new Action(ActionSpec.STEER, -1)), Set.of(Event.FALL, Event.LAP),
                Optional.of(new whetstone.model.EnvironmentState(new byte[] {1, 2, 3})));
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        writer.append(step);
        long id = writer.finish().join();
        reopen();
        assertThat(dataset.rollout(id).step(0)).isEqualTo(step);
    }

    @Test
    void infoOfARolloutComesBackAsItWas() {
        long id = Recordings.rollout(dataset, 1);
        assertThat(dataset.rollout(id).info()).isEqualTo(Recordings.info(ROAD));
    }

    @Test
    void summaryCountsLengthAndFalls() {
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        IntStream.range(0, 10).forEach(tick -> writer.append(Recordings.step(ROAD, tick, Control.POLICY,
                tick % 4 == 1 ? Set.of(Event.FALL) : Set.of())));
        long id = writer.finish().join();
        assertThat(dataset.rollouts()).containsExactly(
                new RolloutSummary(id, Recordings.info(ROAD), 10, 3, 0, 0, false, true));
    }

    @Test
    void importedPictureFileDecodesToItsPixels() throws IOException {
        EncodedPicture file = png(16, 12, 0x336699);
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        writer.append(bare(0), Map.of("front", file));
        Step read = dataset.rollout(writer.finish().join()).step(0);
        assertThat(read.seen().picture("front").sample(5, 5, 2)).isEqualTo(0x99);
    }

    @Test
    void importedPictureOfAnotherSizeIsRefusedWithTheSizes() throws IOException {
        EncodedPicture file = png(20, 12, 0);
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        assertThatThrownBy(() -> writer.append(bare(0), Map.of("front", file))).hasMessageContaining("20 x 12, not 16 x 12");
    }

    @Test
    void deletionIsAMarkThatCanBeTakenAway() {
        long id = Recordings.rollout(dataset, 2);
        dataset.markDeleted(id, true).join();
        boolean deleted = dataset.rollouts().getFirst().deleted();
        dataset.markDeleted(id, false).join();
        assertThat(List.of(deleted, dataset.rollouts().getFirst().deleted())).containsExactly(true, false);
    }

    @Test
    void cameraProfileOfOneRolloutChangesNoOther() {
        long first = Recordings.rollout(dataset, 1);
        long second = Recordings.rollout(dataset, 1);
        CameraProfile profile = new CameraProfile(2, 5, 60, 0, 0);
        dataset.setCameraProfile(first, profile).join();
        assertThat(dataset.rollouts()).extracting(summary -> summary.info().environment().frontCamera().profile().heightMetres())
                .containsExactly(2.0, 1.0);
        assertThat(dataset.rollout(second).step(0)).isEqualTo(Recordings.step(ROAD, 0));
    }

    @Test
    void policyComesBackAsItWas() {
        PolicyVersion saved = dataset.save(Recordings.policy("v1", OptionalLong.empty())).join();
        reopen();
        assertThat(dataset.policies()).containsExactly(saved);
    }

    @Test
    void driverIsTheChosenVersionUntilNoneIsChosen() {
        long first = dataset.save(Recordings.policy("v1", OptionalLong.empty())).join().id();
        PolicyVersion second = dataset.save(Recordings.policy("v2", OptionalLong.of(first))).join();
        dataset.makeDriver(OptionalLong.of(first)).join();
        dataset.makeDriver(OptionalLong.of(second.id())).join();
        Optional<PolicyVersion> chosen = dataset.driver();
        dataset.makeDriver(OptionalLong.empty()).join();
        assertThat(List.of(chosen, dataset.driver())).containsExactly(Optional.of(second), Optional.empty());
    }

    @Test
    void roundSavedAgainIsTheSameRoundWithItsResult() {
        long rollout = Recordings.rollout(dataset, 3);
        PolicyVersion policy = dataset.save(Recordings.policy("v1", OptionalLong.empty())).join();
        Round saved = dataset.save(new Round(0, 1, OptionalLong.empty(), OptionalLong.of(policy.id()), List.of(rollout), 10, "{}", 3,
                OptionalDouble.of(0.5), Round.Measured.NOT, Round.Measured.NOT, AT)).join();
        Round measured = new Round(saved.id(), 1, saved.parentPolicy(), saved.newPolicy(), saved.rollouts(), 10, "{}", 3,
                saved.heldOutLoss(), new Round.Measured(0.02, 0, 0.06, 100), Round.Measured.NOT, AT);
        dataset.save(measured).join();
        assertThat(dataset.rounds()).containsExactly(measured);
    }

    @Test
    void settingIsTheLastOneSaid() {
        dataset.setSetting("expert", "ada").join();
        dataset.setSetting("expert", "grace").join();
        reopen();
        assertThat(dataset.setting("expert")).contains("grace");
    }

    @Test
    void closeWaitsForWhatIsQueued() {
        RolloutWriter writer = dataset.record(Recordings.info(ROAD));
        IntStream.range(0, 2_000).forEach(tick -> writer.append(Recordings.step(ROAD, tick)));
        reopen();
        assertThat(dataset.rollouts().getFirst().length()).isEqualTo(2_000);
    }

    @Test
    void copyHoldsEverything() {
        Recordings.rollout(dataset, 5);
        Path copy = folder.resolve("copy.whetstone");
        dataset.copyTo(copy).join();
        List<RolloutSummary> here = dataset.rollouts();
        try (SqliteDataset opened = SqliteDataset.open(copy)) {
            assertThat(opened.rollouts()).isEqualTo(here);
        }
    }

    @Test
    void rolloutThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> dataset.rollout(42)).isInstanceOf(DatasetException.class)
                .hasMessage("test.whetstone holds no rollout 42.");
    }

    private static Step bare(int tick) {
        return new Step(tick, new Observation(new HashMap<>(), new StateVector(1)), Optional.empty(), Optional.empty(), Control.UNKNOWN,
                Optional.empty(), Set.of(), Optional.empty());
    }

    private static EncodedPicture png(int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, width * height).forEach(i -> image.setRGB(i % width, i / width, rgb));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new EncodedPicture(bytes.toByteArray());
    }
}
