package whetstone.labelling.exchange.donkeycar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.SharedData;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;

class DonkeycarImportTest {
    @TempDir
    private Path folder;
    private MadeTub tub;

    @BeforeEach
    void make() {
        tub = new MadeTub(folder.resolve("tub"));
    }

    private List<ImportedRollout> rollouts() throws IOException {
        return new DonkeycarImport().open(tub.write(), ImportOptions.usual(InstantSource.system())).rollouts();
    }

    private List<ImportedFrame> frames() throws IOException {
        List<ImportedFrame> frames = new ArrayList<>();
        rollouts().forEach(rollout -> rollout.frames().forEachRemaining(frames::add));
        return frames;
    }

    @Test
    void aSessionIsARollout() throws IOException {
        assertThat(rollouts()).extracting(ImportedRollout::length).containsExactly(3, 1);
    }

    @Test
    void thePersonDroveInModeUser() throws IOException {
        assertThat(frames()).extracting(frame -> frame.step().control())
                .containsExactly(Control.HUMAN, Control.POLICY, Control.HUMAN, Control.POLICY);
    }

    @Test
    void whoDroveIsWhoseActionWasExecutedAndNoCarTurnsFurtherThanItCan() throws IOException {
        assertThat(frames()).extracting(frame -> frame.step().executedAction()).containsExactly(
                action(0.25f), action(1), action(0.5f), action(-1));
    }

    @Test
    void thePilotIsTheLearner() throws IOException {
        assertThat(frames()).extracting(frame -> frame.step().learnerAction()).containsExactly(
                Optional.empty(), action(1), action(-0.25f), action(-1));
    }

    @Test
    void aDeletedRecordIsARejectedFrame() throws IOException {
        assertThat(frames()).extracting(frame -> frame.said().map(Said::kind)).containsExactly(
                Optional.empty(), Optional.empty(), Optional.of(Said.Kind.REJECTION), Optional.empty());
    }

    @Test
    void theRateIsThatOfTheRecordsTimes() throws IOException {
        assertThat(rollouts()).extracting(rollout -> rollout.info().environment().ticksPerSecond()).containsExactly(15.0, 20.0);
    }

    @Test
    void whatElseWasMeasuredIsTheState() throws IOException {
        EnvironmentSpec environment = rollouts().getFirst().info().environment();
        assertThat(environment.state(frames().getFirst().step().seen(), EnvironmentSpec.SPEED, 0)).isEqualTo(1.5);
        assertThat(environment.state(frames().getFirst().step().seen(), "throttle", 0)).isEqualTo(0.125);
    }

    @Test
    void picturesAreTheFilesToTheByte() throws IOException {
        assertThat(frames().get(1).originals().get("front").toBytes())
                .isEqualTo(Files.readAllBytes(tub.folder.resolve("images/1_cam_image_array_.jpg")));
    }

    @Test
    void aThousandFramesOfARealCarAreRead() {
        Path real = SharedData.folder("donkeycar-tub").orElse(folder);
        Assumptions.assumeTrue(!real.equals(folder), "shared/data/donkeycar-tub is not here");
        ImportedRollout rollout = new DonkeycarImport().open(real.resolve("tub"), ImportOptions.usual(InstantSource.system())).rollouts()
                .getFirst();
        List<ImportedFrame> frames = new ArrayList<>();
        rollout.frames().forEachRemaining(frames::add);
        assertThat(frames).hasSize(1000).allMatch(frame -> frame.step().control() == Control.HUMAN);
        assertThat(frames.getFirst().step().executedAction().orElseThrow().steer()).isEqualTo(0.29860398f);
        // Its times are those of its conversion, 300 a second.
        assertThat(rollout.info().environment().ticksPerSecond()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "0 | 0_cam_image_array_.jpg | ../../secret.jpg | catalog_0.catalog, line 1: '../../secret.jpg' is not the name of a file in the tub",
        "0 | 0_cam_image_array_.jpg | 7_cam_image_array_.jpg | is missing",
        "2 | \"user/angle\": 0.5, | \"user/angle\": 9.5, | catalog_0.catalog, line 3: user/angle is 9.5, outside -1 to 1. Correct it, or take the line out",
        "2 | \"user/angle\": 0.5, | \"user/angle\": \"left\", | user/angle is \"left\", no number",
        "2 | \"user\" | 3 | user/mode is 3, no text",
        "2 | } | | catalog_0.catalog, line 3 is no JSON",
        "2 | 0.5, | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]], | catalog_0.catalog, line 3 is no JSON",
        "2 | \"user/angle\": 0.5, | \"user/angle\": 1e999, | user/angle is \"Infinity\", no number"})
    void aRecordThatCanNotBeUsedIsSaid(int line, String from, String to, String sentence) {
        tub.records.set(line, tub.records.get(line).replace(from, to == null ? "" : to));
        assertThatThrownBy(this::frames).isInstanceOf(DatasetException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "4 | \"catalog_0.catalog\" | \"../catalog_0.catalog\" | is not the name of a file in the tub",
        "4 | \"catalog_0.catalog\" | \"catalog_0.catalog\", \"catalog_0.catalog\" | lists 'catalog_0.catalog' twice",
        "4 | \"catalog_0.catalog\" | \"catalog_0.catalog\", \"catalog_1.catalog\" | catalog_1.catalog is missing",
        "4 | [2] | [-1] | lists '-1' as a deleted record",
        "4 | [2] | [99999999999] | lists '99999999999' as a deleted record",
        "4 | [2] | {} | has no list deleted_indexes",
        "4 | } | | manifest.json, line 5 is no JSON",
        "1 | \"image_array\", | | gives 6 types for 7 inputs",
        "0 | cam/image_array | cam/none | names no picture",
        "0 | \"user/mode\" | 5 | gives '5' as input"})
    void aManifestThatCanNotBeUsedIsSaid(int line, String from, String to, String sentence) {
        tub.manifest.set(line, tub.manifest.get(line).replace(from, to == null ? "" : to));
        assertThatThrownBy(this::frames).isInstanceOf(DatasetException.class).hasMessageContaining(sentence);
    }

    @Test
    void giganticLengthsThatItDeclaresAskForNothing() throws IOException {
        tub.manifest.set(4, tub.manifest.get(4).replace("\"max_len\": 1000", "\"max_len\": 9e99").replace(": 4,", ": 999999999999,"));
        Files.writeString(tub.folder.resolve("catalog_0.catalog_manifest"), "{\"line_lengths\": [99999999999999], \"start_index\": 5}");
        assertThat(frames()).hasSize(4);
    }

    @Test
    void picturesBehindALinkThatLeadsOutAreNotRead() throws IOException {
        Path picture = tub.folder.resolve("images/0_cam_image_array_.jpg");
        Files.move(picture, folder.resolve("outside.jpg"));
        Files.createSymbolicLink(picture, folder.resolve("outside.jpg"));
        assertThatThrownBy(this::frames).isInstanceOf(DatasetException.class).hasMessageContaining("leads out of the folder");
    }

    @Test
    void aCatalogBehindALinkThatLeadsOutIsNotRead() throws IOException {
        tub.write();
        Files.move(tub.folder.resolve("catalog_0.catalog"), folder.resolve("outside.catalog"));
        Files.createSymbolicLink(tub.folder.resolve("catalog_0.catalog"), folder.resolve("outside.catalog"));
        assertThatThrownBy(() -> new DonkeycarImport().open(tub.folder, ImportOptions.usual(InstantSource.system())))
                .isInstanceOf(DatasetException.class).hasMessageContaining("leads out of the tub");
    }

    @Test
    void aFolderWithoutAManifestIsNoTub() {
        assertThatThrownBy(() -> new DonkeycarImport().open(folder, ImportOptions.usual(InstantSource.system())))
                .isInstanceOf(DatasetException.class).hasMessageContaining("holds no manifest.json");
    }

    private static Optional<Action> action(float steer) {
        return Optional.of(new Action(ActionSpec.STEER, steer));
    }
}
