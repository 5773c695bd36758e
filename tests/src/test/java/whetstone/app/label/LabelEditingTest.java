package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.KeyFrame;

/** With the mouse. Labels edited on the Label screen in a real window, on a recording of a learner that never steers. */
class LabelEditingTest {
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
    void aDraggedPointIsTheLabelInTheFile() {
        window.drag(20, 0, 20, 0.5);
        assertThat(window.steering(20)).isCloseTo(0.5f, within(0.03f));
    }

    @Test
    void theNeighboursOfADraggedPointFollow() {
        window.drag(20, 0, 20, 0.5);
        assertThat(window.steering(22)).isBetween(0.1f, 0.45f);
    }

    @Test
    void aLineDrawnBesideTheCurveIsTheLabelInTheFile() {
        window.drag(10, -0.5, 30, -0.5);
        assertThat(window.track().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(10, 31));
        assertThat(window.steering(21)).isCloseTo(-0.5f, within(0.03f));
    }

    @Test
    void drawingOverTwoLabelsReplacesThemWhereItPassed() {
        window.say(new Label.Approval(new TickRange(0, 20)));
        window.say(new Label.Rejection(new TickRange(20, 40)));
        window.drag(10, 0.6, 30, 0.6);
        assertThat(window.track().spans()).extracting(span -> span.range().from()).containsExactly(0, 10, 31);
    }

    @Test
    void anUndoBringsBothBack() {
        window.say(new Label.Approval(new TickRange(0, 20)));
        window.say(new Label.Rejection(new TickRange(20, 40)));
        window.drag(10, 0.6, 30, 0.6);
        window.press(KeyCode.Z);
        EditedWindow.waitFor("the undo", () -> window.screen().model().journal().canRedo().getValue());
        assertThat(window.track().spans()).extracting(span -> span.range().from()).containsExactly(0, 20);
    }

    @Test
    void aRestartKeepsTheUndo() {
        window.drag(10, -0.5, 30, -0.5);
        window.restart();
        window.press(KeyCode.Z);
        EditedWindow.waitFor("the undo", () -> window.screen().model().journal().canRedo().getValue());
        assertThat(window.track().spans()).isEmpty();
    }

    @Test
    void keyFramesThatWereNotJoinedYetAreThereAfterARestart() {
        keyFrames(10, 30);
        window.restart();
        assertThat(onFx(() -> window.screen().edit().keys().allProperty().get())).extracting(KeyFrame::tick).containsExactly(10, 30);
    }

    @Test
    void joinedKeyFramesAreALabelAndNoKeyFramesAnyMore() {
        keyFrames(10, 30);
        window.edited(() -> window.press(KeyCode.I));
        window.restart();
        assertThat(onFx(() -> window.screen().edit().keys().allProperty().get())).isEmpty();
        assertThat(window.track().spans()).extracting(LabelTrack.Span::range).containsExactly(new TickRange(10, 31));
    }

    private void keyFrames(int... ticks) {
        for (int tick : ticks) {
            onFx(() -> window.screen().model().player().seek(tick));
            window.press(KeyCode.K);
        }
    }

    @Test
    void escapeDropsWhatIsBeingDragged() {
        window.mouse(MouseEvent.MOUSE_PRESSED, 20, 0);
        window.mouse(MouseEvent.MOUSE_DRAGGED, 20, 0.5);
        window.press(KeyCode.ESCAPE);
        window.mouse(MouseEvent.MOUSE_RELEASED, 20, 0.5);
        window.press(KeyCode.A);
        EditedWindow.waitFor("the approval", () -> window.screen().model().journal().canUndo().getValue());
        assertThat(window.track().correction(20)).isEmpty();
    }

    @Test
    void theWheelShowsWhatIsBeingDragged() {
        window.mouse(MouseEvent.MOUSE_PRESSED, 20, 0);
        window.mouse(MouseEvent.MOUSE_DRAGGED, 20, 0.5);
        assertThat(onFx(() -> window.screen().model().expertSteerProperty().get().orElse(0))).isCloseTo(0.5, within(0.03));
    }

    @Test
    void thePictureFollowsTheTickThatIsDrawn() {
        window.mouse(MouseEvent.MOUSE_PRESSED, 10, 0.6);
        window.mouse(MouseEvent.MOUSE_DRAGGED, 33.2, 0.6);
        EditedWindow.waitFor("the picture", () -> window.screen().model().picture().frameProperty().get().orElseThrow().step().tick() == 33);
    }

    @Test
    void aClickBesideTheCurveGoesThere() {
        window.mouse(MouseEvent.MOUSE_PRESSED, 25, 0.6);
        window.mouse(MouseEvent.MOUSE_RELEASED, 25, 0.6);
        assertThat(onFx(() -> window.screen().model().player().tick())).hasValue(25);
    }

    @Test
    void aClickLabelsNothing() {
        window.mouse(MouseEvent.MOUSE_PRESSED, 25, 0.6);
        window.mouse(MouseEvent.MOUSE_RELEASED, 25, 0.6);
        assertThat(window.journal()).isEmpty();
    }

    @Test
    void outsideTheModeTheMouseScrubsAsEver() {
        window.press(KeyCode.E);
        window.mouse(MouseEvent.MOUSE_PRESSED, 10, 0.6);
        window.mouse(MouseEvent.MOUSE_DRAGGED, 33.2, 0.6);
        window.mouse(MouseEvent.MOUSE_RELEASED, 33.2, 0.6);
        assertThat(onFx(() -> window.screen().model().player().tick())).hasValue(33);
        assertThat(window.journal()).isEmpty();
    }

    @Test
    void whatIsDrawnIsKeptAsDrawn() {
        window.drag(10, -0.5, 20, -0.5);
        assertThat(window.track().label(12)).get().isInstanceOfSatisfying(Label.Correction.class,
                correction -> assertThat(correction.stroke().origin()).isEqualTo(Stroke.Origin.DRAWN));
    }
}
