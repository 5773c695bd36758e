package whetstone.app.label;

import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import whetstone.app.Words;

/** The camera's picture with both ribbons on the ground, the wheel and two badges. Steers by the mouse's place over it. FX thread. */
final class PicturePane extends Region {
    private static final double MARGIN = 12;

    private final Words words;
    private final PictureSurface surface = new PictureSurface();
    private final RibbonShape learner = new RibbonShape("learner");
    private final RibbonShape expert = new RibbonShape("expert");
    private final WheelPane wheel = new WheelPane();
    private final Label recording = new Label();
    private final Label place = new Label();
    private final Rectangle clip = new Rectangle();
    private final Pane onGround = new Pane(learner, expert);
    private Region corner = new Region();
    private PictureSize shown = new PictureSize(1, 1);

    /**
     * @param space called with the width and height there are for the picture
     * @param mouse called with the mouse's place over the picture, -1 at its left edge to 1 at its right
     */
    PicturePane(Words words, BiConsumer<Double, Double> space, DoubleConsumer mouse) {
        this.words = words;
        getStyleClass().add("picture-pane");
        setId("picture");
        setMinSize(200, 150);
        recording.getStyleClass().addAll("badge", "recording-badge");
        Circle dot = new Circle(4.5);
        dot.getStyleClass().add("recording-dot");
        recording.setGraphic(dot);
        place.getStyleClass().add("badge");
        onGround.setMouseTransparent(true);
        onGround.setClip(clip);
        getChildren().addAll(surface, onGround, wheel, recording, place);
        recording.setVisible(false);
        widthProperty().addListener((_, _, _) -> space.accept(getWidth(), getHeight()));
        heightProperty().addListener((_, _, _) -> space.accept(getWidth(), getHeight()));
        setOnMouseMoved(move -> mouse.accept(across(move.getX())));
        setOnMouseDragged(move -> mouse.accept(across(move.getX())));
    }

    /** Puts a small control into the picture's lower right corner. */
    void corner(Region control) {
        corner = control;
        getChildren().add(control);
    }

    private double across(double x) {
        return Math.clamp((x - surface.getLayoutX()) / shown.width() * 2 - 1, -1, 1);
    }

    void show(Frame frame, int length) {
        if (!frame.size().equals(shown)) {
            shown = frame.size();
            requestLayout();
        }
        surface.show(frame.size(), frame.pixels());
        place.setText(words.get("badge.place", frame.rollout(), frame.step().tick(), length));
        wheel.learner(frame.learner());
    }

    void ribbons(Ribbon ofLearner, Ribbon ofExpert) {
        learner.show(ofLearner);
        expert.show(ofExpert);
    }

    void expert(OptionalDouble steer) {
        wheel.expert(steer);
    }

    void recording(boolean now, double speed) {
        recording.setVisible(now);
        recording.setText(words.get("badge.recording", Speeds.text(speed)));
    }

    @Override
    protected void layoutChildren() {
        double x = Math.floor((getWidth() - shown.width()) / 2);
        double y = Math.floor((getHeight() - shown.height()) / 2);
        surface.relocate(x, y);
        onGround.resizeRelocate(x, y, shown.width(), shown.height());
        clip.setWidth(shown.width());
        clip.setHeight(shown.height());
        wheel.autosize();
        wheel.relocate(Math.round(x + (shown.width() - wheel.getWidth()) / 2), y + shown.height() - wheel.getHeight() - MARGIN);
        layoutInArea(recording, x + MARGIN, y + MARGIN, shown.width() - 2 * MARGIN, 30, 0, HPos.LEFT, VPos.TOP);
        layoutInArea(place, x + MARGIN, y + MARGIN, shown.width() - 2 * MARGIN, 30, 0, HPos.RIGHT, VPos.TOP);
        layoutInArea(corner, x + MARGIN, y + MARGIN, shown.width() - 2 * MARGIN, shown.height() - 2 * MARGIN, 0, HPos.RIGHT, VPos.BOTTOM);
    }
}
