package whetstone.app.label;

import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import whetstone.app.Words;

/** The camera's picture with both ribbons on the ground, the wheel and two badges. Steers by the mouse's place over it. FX thread. */
final class PicturePane extends Region {
    private static final double MARGIN = 12;
    private static final double BADGE_HEIGHT = 30;
    private static final double INSET_SHARE = 0.36;
    private static final double INSET_LEAST = 210;
    private static final double INSET_MOST = 480;
    /** Height of what an inset shows beside its picture. */
    private static final double INSET_FOOT = 36;

    private final Words words;
    private final PictureSurface surface = new PictureSurface();
    private final RibbonShape learner = new RibbonShape("learner");
    private final RibbonShape expert = new RibbonShape("expert");
    private final RibbonShape labels = new RibbonShape("labels");
    private final WheelPane wheel = new WheelPane();
    private final Label recording = new Label();
    private final Label place = new Label();
    private final Label raw = new Label();
    private final Rectangle clip = new Rectangle();
    private final Pane onGround = new Pane(learner, expert, labels);
    private Region hint = new Region();
    private final HBox lowerLeft = new HBox(6);
    private final HBox lowerRight = new HBox(6);
    private Region inset = new Region();
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
        raw.getStyleClass().addAll("badge", "raw-badge");
        raw.setVisible(false);
        onGround.setMouseTransparent(true);
        onGround.setClip(clip);
        getChildren().addAll(surface, onGround, wheel, recording, place, raw, lowerLeft, lowerRight);
        lowerLeft.setAlignment(Pos.BOTTOM_LEFT);
        lowerRight.setAlignment(Pos.BOTTOM_RIGHT);
        recording.setVisible(false);
        // Where tools take room from it, the picture is too large until it is read anew.
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        setClip(inside);
        widthProperty().addListener((_, _, _) -> space.accept(getWidth(), getHeight()));
        heightProperty().addListener((_, _, _) -> space.accept(getWidth(), getHeight()));
        setOnMouseMoved(move -> mouse.accept(across(move.getX())));
        setOnMouseDragged(move -> mouse.accept(across(move.getX())));
    }

    /** Puts a small control into the picture's lower left corner. */
    void lowerLeft(Region control) {
        lowerLeft.getChildren().add(control);
    }

    /** Puts a small control into the picture's lower right corner. */
    void lowerRight(Region control) {
        lowerRight.getChildren().add(control);
    }

    /** Puts a picture into the picture, on its right side. */
    void inset(Region picture) {
        inset = picture;
        picture.setManaged(false);
        getChildren().add(picture);
    }

    /** Puts a hint into the picture, below its badges. */
    void hint(Region words) {
        hint = words;
        getChildren().add(words);
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

    /** @param ofLabels where the labels in force lead tick by tick, where nothing better shows it */
    void ribbons(Ribbon ofLearner, Ribbon ofExpert, Ribbon ofLabels) {
        learner.show(ofLearner);
        expert.show(ofExpert);
        labels.show(ofLabels);
    }

    void expert(OptionalDouble steer) {
        wheel.expert(steer);
    }

    void recording(boolean now, double speed) {
        recording.setVisible(now);
        recording.setText(words.get("badge.recording", Speeds.text(speed)));
    }

    /** @param text what is said of the labels that are shown as they were given, or empty where they are shown repaired */
    void raw(String text) {
        raw.setText(text);
        raw.setVisible(!text.isEmpty());
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
        layoutInArea(raw, x + MARGIN, y + MARGIN, shown.width() - 2 * MARGIN, 30, 0, HPos.CENTER, VPos.TOP);
        layoutInArea(hint, x + MARGIN, y + MARGIN + BADGE_HEIGHT + 8, shown.width() - 2 * MARGIN, 30, 0, HPos.CENTER, VPos.TOP);
        lowerRight.autosize();
        lowerLeft.autosize();
        lowerRight.relocate(x + shown.width() - MARGIN - lowerRight.getWidth(), y + shown.height() - MARGIN - lowerRight.getHeight());
        lowerLeft.relocate(x + MARGIN, y + shown.height() - MARGIN - lowerLeft.getHeight());
        layoutInset(x, y);
    }

    /** Below the badge, above the controls, and as large as leaves the middle of the road free. */
    private void layoutInset(double x, double y) {
        double top = MARGIN + BADGE_HEIGHT + 8;
        double wide = Math.clamp(shown.width() * INSET_SHARE, INSET_LEAST, INSET_MOST);
        double high = Math.min(wide * shown.height() / shown.width() + INSET_FOOT,
                shown.height() - top - MARGIN - lowerRight.getHeight() - 8);
        inset.resizeRelocate(Math.round(x + shown.width() - MARGIN - wide), y + top, Math.round(wide), Math.round(Math.max(60, high)));
    }
}
