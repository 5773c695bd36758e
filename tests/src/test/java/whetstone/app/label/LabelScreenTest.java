package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;
import static whetstone.app.label.LabelWindow.waitFor;

import java.nio.file.Path;
import java.util.function.IntPredicate;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;

/** The whole Label screen in a real window: its keys, its ribbons and its timer. */
class LabelScreenTest {
    @TempDir
    private Path folder;
    private SteeredWindow steered;

    @BeforeEach
    void open() {
        steered = new SteeredWindow(folder);
    }

    @AfterEach
    void close() {
        steered.close();
    }

    @Test
    void keyASaysTheLearnerWasRight() {
        steered.window().press(KeyCode.A);
        steered.waitForLabel();
        assertThat(steered.track().label(5)).containsInstanceOf(Label.Approval.class);
    }

    @Test
    void keyXRejects() {
        steered.window().press(KeyCode.X);
        steered.waitForLabel();
        assertThat(steered.track().label(5)).containsInstanceOf(Label.Rejection.class);
    }

    @Test
    void keyZTakesTheLastLabelBack() {
        steered.window().press(KeyCode.A);
        steered.waitForLabel();
        steered.window().press(KeyCode.Z);
        waitFor("the undo", () -> steered.model().journal().canRedo().getValue());
        assertThat(steered.track().label(5)).isEmpty();
    }

    @Test
    void shiftAndZBringItBack() {
        steered.window().press(KeyCode.A);
        steered.waitForLabel();
        steered.window().press(KeyCode.Z);
        waitFor("the undo", () -> steered.model().journal().canRedo().getValue());
        steered.window().pressShift(KeyCode.Z);
        steered.waitForLabel();
        assertThat(steered.track().label(5)).isPresent();
    }

    @Test
    void shiftAndAnArrowStepTen() {
        steered.seek(20);
        steered.window().pressShift(KeyCode.RIGHT);
        assertThat(onFx(() -> steered.model().player().tick().orElseThrow())).isEqualTo(30);
    }

    @Test
    void theLearnersRibbonIsAmberInThePicture() {
        assertThat(pixels(LabelScreenTest::amber)).isGreaterThan(200);
    }

    @Test
    void theStickDrawsACyanRibbonWithoutRecording() {
        steered.turn(-0.5);
        waitFor("the ribbon", () -> steered.model().expertSteerProperty().get().orElse(0) < -0.4);
        assertThat(pixels(LabelScreenTest::cyan)).isGreaterThan(200);
    }

    @Test
    void theTimerStopsWhenNothingMoves() {
        steered.turn(0.3);
        waitFor("rest", () -> !steered.window().screen().pulsing());
    }

    @Test
    void aDatasetWithoutLabelsTellsHowToBegin() {
        assertThat(onFx(this::hinted)).isTrue();
    }

    @Test
    void theFirstLabelTakesTheHintAway() {
        steered.window().press(KeyCode.A);
        waitFor("the hint to go", () -> !hinted());
    }

    private boolean hinted() {
        return steered.window().screen().node().lookup("#first-label").isVisible();
    }

    @Test
    void theClipInViewStaysChosenWhenTheQueueIsRankedAnew() {
        steered.window().press(KeyCode.ENTER);
        waitFor("a chosen clip", () -> steered.model().queue().chosenProperty().get().isPresent());
        onFx(() -> steered.model().queue().rankAnew());
        waitFor("the new ranking", () -> steered.model().queue().quiet());
        assertThat(onFx(() -> ((ListView<?>) steered.window().screen().node().lookup("#queue")).getSelectionModel().getSelectedItem()))
                .isEqualTo(onFx(() -> steered.model().queue().chosenProperty().get().orElseThrow()));
    }

    private int pixels(IntPredicate colour) {
        waitFor("the picture", () -> steered.model().picture().frameProperty().get().isPresent());
        return onFx(() -> {
            WritableImage picture = steered.window().stage().getScene().lookup("#picture").snapshot(null, null);
            int count = 0;
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    count += colour.test(picture.getPixelReader().getArgb(x, y)) ? 1 : 0;
                }
            }
            return count;
        });
    }

    private static boolean amber(int argb) {
        return (argb >> 16 & 255) > 225 && Math.abs((argb >> 8 & 255) - 165) < 30 && (argb & 255) < 90;
    }

    private static boolean cyan(int argb) {
        return (argb >> 16 & 255) < 90 && (argb >> 8 & 255) > 190 && (argb & 255) > 220;
    }
}
