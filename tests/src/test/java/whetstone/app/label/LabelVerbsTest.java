package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;

/** With the tools and keys. Labels edited on the Label screen in a real window, on a recording of a learner that never steers. */
class LabelVerbsTest {
    @TempDir
    private Path folder;
    private EditedWindow window;

    @BeforeEach
    void open() {
        window = new EditedWindow(folder);
        window.press(KeyCode.E);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void minusScalesTheMarkedRangeDown() {
        window.drag(10, -0.5, 30, -0.5);
        float before = window.steering(15);
        window.mark(15, 20);
        window.edited(() -> window.type("-"));
        assertThat(window.steering(15)).isCloseTo(before / 1.1f, within(1e-4f));
        assertThat(window.steering(14)).isCloseTo(before, within(1e-6f));
    }

    @Test
    void quickEditsBuildOnOneAnother() {
        window.drag(10, -0.5, 30, -0.5);
        float before = window.steering(15);
        window.edited(() -> onFx(() -> {
            window.screen().edit().weaker();
            window.screen().edit().weaker();
        }));
        EditedWindow.waitFor("both on disk", () -> window.journal().size() == 3);
        assertThat(window.steering(15)).isCloseTo(before / 1.21f, within(1e-4f));
    }

    @Test
    void recordingLeavesTheMode() {
        window.press(KeyCode.R);
        assertThat(onFx(() -> window.screen().edit().editingProperty().get())).isFalse();
    }

    @Test
    void withoutAMarkedRangeAVerbTouchesNothingUnlabelled() {
        window.drag(10, -0.5, 30, -0.5);
        window.edited(() -> window.press(KeyCode.S));
        assertThat(window.track().counts().labelled()).isEqualTo(21);
    }

    @Test
    void aMarkedRangeThatBeginsOutOfViewStaysInsideTheTimeline() {
        window.mark(5, 40);
        Bounds drawn = onFx(() -> {
            TimelinePane timeline = (TimelinePane) window.screen().node().lookup("#timeline");
            timeline.view(30, 50);
            return timeline.lookup(".bracket-range").getBoundsInParent();
        });
        assertThat(drawn.getMinX()).isBetween(-1.0, 1.0);
    }

    @Test
    void aVerbWithNothingToEditSaysSo() {
        window.press(KeyCode.S);
        assertThat(onFx(() -> window.notice())).contains("mark a range");
    }

    @Test
    void aMirrorCopySteersToTheOtherSideAtThePlayhead() {
        window.drag(10, -0.5, 20, -0.5);
        window.mark(10, 15);
        onFx(() -> window.screen().model().player().seek(40));
        window.edited(() -> window.press(KeyCode.M));
        assertThat(window.steering(42)).isEqualTo(-window.steering(12));
    }

    @Test
    void joinedKeyFramesAreTheLabel() {
        window.drag(10, 0.6, 20, 0.6);
        onFx(() -> window.screen().model().player().seek(20));
        window.press(KeyCode.K);
        onFx(() -> window.screen().model().player().seek(40));
        window.press(KeyCode.K);
        window.edited(() -> window.press(KeyCode.I));
        assertThat(window.steering(30)).isCloseTo(window.steering(20) / 2, within(0.01f));
    }

    @Test
    void shiftAndAApproveWhatNothingWasSaidOf() {
        window.drag(10, -0.5, 20, -0.5);
        window.edited(() -> window.pressShift(KeyCode.A));
        assertThat(window.track().counts()).isEqualTo(new LabelTrack.Counts(11, EditedWindow.TICKS - 11, 0));
    }
}
