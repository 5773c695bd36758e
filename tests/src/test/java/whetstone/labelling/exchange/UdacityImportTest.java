package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Rollout;

class UdacityImportTest {
    @TempDir
    private Path folder;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
        for (int frame = 0; frame < 3; frame++) {
            for (String camera : List.of("center", "left", "right")) {
                MadePictures.write(picture(camera, frame), 32, 16, new Color(40 * frame, 90, 60));
            }
        }
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private Path picture(String camera, int frame) {
        return folder.resolve("IMG/" + camera + "_2020_06_08_04_45_28_" + (100 + frame * 70) + ".jpg");
    }

    private ImportResult read(String... rows) {
        try {
            Files.write(folder.resolve("driving_log.csv"), List.of(rows));
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
        return read(Progress.unseen());
    }

    private ImportResult read(Progress progress) {
        return Import.into(dataset, new UdacityImport().open(folder, ImportOptions.usual(InstantSource.system())), progress);
    }

    private Rollout imported(String... rows) {
        return dataset.rollout(read(rows).rollouts().getFirst());
    }

    private static String name(String camera, int frame) {
        return camera + "_2020_06_08_04_45_28_" + (100 + frame * 70) + ".jpg";
    }

    private static String row(int frame, String steering) {
        return "/home/somebody/IMG/" + name("center", frame) + ",/home/somebody/IMG/" + name("left", frame) + ",/home/somebody/IMG/"
                + name("right", frame) + "," + steering + ",0.5,0,22.369";
    }

    private void assertNothingWasImported() {
        assertThat(dataset.rollouts()).allMatch(RolloutSummary::deleted);
        assertThat(dataset.examples(ActionSpec.STEER).size()).isZero();
    }

    @Test
    void everyRowBecomesATickThatAHumanDrove() {
        Rollout rollout = imported(row(0, "-0.25"), row(1, "0"), row(2, "1"));
        assertThat(List.of(rollout.step(0).executedAction().orElseThrow().steer(), rollout.step(1).executedAction().orElseThrow().steer(),
                rollout.step(2).executedAction().orElseThrow().steer())).containsExactly(-0.25f, 0f, 1f);
        assertThat(rollout.step(2).control()).isEqualTo(Control.HUMAN);
        assertThat(rollout.step(0).seen().pictures()).containsOnlyKeys("front", "left", "right");
    }

    @Test
    void milesPerHourBecomeMetresPerSecond() {
        Rollout rollout = imported(row(0, "0"));
        assertThat(rollout.info().environment().state(rollout.step(0).seen(), "speed", -1)).isCloseTo(10, org.assertj.core.api.Assertions.within(1e-3));
    }

    @Test
    void timesInTheNamesTellTheTickRate() {
        assertThat(imported(row(0, "0"), row(1, "0"), row(2, "0")).info().environment().ticksPerSecond()).isEqualTo(14.3);
    }

    @Test
    void headerAndSpacesAfterCommasAreUnderstood() {
        assertThat(imported("center,left,right,steering,throttle,brake,speed",
                "IMG/" + name("center", 0) + ", IMG/" + name("left", 0) + ", IMG/" + name("right", 0) + ", -0.5, 0, 0, 3").step(0)
                .executedAction().orElseThrow().steer()).isEqualTo(-0.5f);
    }

    @Test
    void fourColumnsAreEnough() {
        assertThat(imported(name("center", 0) + "," + name("left", 0) + "," + name("right", 0) + ",0.125").step(0).executedAction()
                .orElseThrow().steer()).isEqualTo(0.125f);
    }

    @Test
    void pathsOfAWindowsMachineAreFoundByTheirLastPart() {
        assertThat(imported("C:\\drive\\IMG\\" + name("center", 1) + ",,,0.5,0,0,0").length()).isEqualTo(1);
    }

    @Test
    void decimalCommasBetweenSemicolonsAreNumbers() {
        assertThat(imported(name("center", 0) + ";;;0,75;0,5;0;10,1").step(0).executedAction().orElseThrow().steer()).isEqualTo(0.75f);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "-0,1234567,1,0,30,19;      -0.1234567", // steering, throttle, brake, speed
            "0,0,5,0,17,00412;          0",
            "-1,0,25,0,9;               -1",
            "-4,371139E-09,0,0,0,012;   -4.371139E-9",
            "0,25,0,1,0,75,30;          0.25"})
    void decimalCommasBetweenCommasAreNumbersWhereOneReadingIsPossible(String numbers, float steering) {
        assertThat(imported(name("center", 0) + ",,," + numbers).step(0).executedAction().orElseThrow().steer()).isEqualTo(steering);
    }

    @Test
    void fourColumnsMayHaveADecimalCommaToo() {
        assertThat(imported(name("center", 0) + ",,,-0,5").step(0).executedAction().orElseThrow().steer()).isEqualTo(-0.5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1,1,0,5", "0,5,0,25,7,1"})
    void rowThatCanBeReadInTwoWaysOrNoneIsSaid(String numbers) {
        assertThatThrownBy(() -> read(row(0, "0"), name("center", 1) + ",,," + numbers)).hasMessageContaining("row 2")
                .hasMessageContaining("semicolons");
        assertNothingWasImported();
    }

    @Test
    void picturesWithoutSideCamerasGiveOneCamera() {
        assertThat(imported(name("center", 0) + "," + name("center", 0) + "," + name("center", 0) + ",0,0,0,0").info().environment()
                .cameras()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1.5", "-2", "Infinity", "left"})
    void steeringThatIsNoneIsSaidWithItsRow(String steering) {
        assertThatThrownBy(() -> read(row(0, "0"), row(1, steering))).hasMessageContaining("row 2").hasMessageContaining("steering");
        assertNothingWasImported();
    }

    @Test
    void missingPictureIsSaidWithItsRow() throws IOException {
        Files.delete(picture("left", 1));
        assertThatThrownBy(() -> read(row(0, "0"), row(1, "0"))).hasMessageContaining("row 2").hasMessageContaining("is missing");
        assertNothingWasImported();
    }

    @Test
    void pictureOfAnotherSizeIsSaidWithItsRow() {
        MadePictures.write(picture("center", 2), 16, 16, Color.RED);
        assertThatThrownBy(() -> read(row(0, "0"), row(1, "0"), row(2, "0"))).hasMessageContaining("row 3")
                .hasMessageContaining("16 x 16, not 32 x 16");
        assertNothingWasImported();
    }

    @Test
    void brokenPictureIsSaidWithItsRow() throws IOException {
        byte[] whole = Files.readAllBytes(picture("center", 1));
        Files.write(picture("center", 1), java.util.Arrays.copyOf(whole, whole.length / 4));
        assertThatThrownBy(() -> read(row(0, "0"), row(1, "0"))).hasMessageContaining("row 2");
        assertNothingWasImported();
    }

    @Test
    void pathThatClimbsOutReadsNothingOutside() throws IOException {
        Files.copy(picture("center", 0), folder.resolve("secret.jpg"));
        assertThatThrownBy(() -> read("../secret.jpg,,,0,0,0,0")).hasMessageContaining("is missing");
    }

    @Test
    void linkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Files.copy(picture("center", 0), folder.resolve("secret.jpg"));
        Files.createSymbolicLink(folder.resolve("IMG/link.jpg"), folder.resolve("secret.jpg"));
        assertThatThrownBy(() -> read("link.jpg,,,0,0,0,0")).hasMessageContaining("leads out of the folder");
    }

    @Test
    void wrongNumberOfColumnsIsSaid() {
        assertThatThrownBy(() -> read("a.jpg,0,0")).hasMessageContaining("row 1").hasMessageContaining("3 columns");
    }

    @Test
    void cancelledImportLeavesNothingBehind() throws IOException {
        Files.write(folder.resolve("driving_log.csv"), List.of(row(0, "0"), row(1, "0")));
        int[] asked = {0};
        ImportResult result = read(new Progress(_ -> { }, () -> asked[0]++ > 0));
        assertThat(result.cancelled()).isTrue();
        assertNothingWasImported();
    }
}
