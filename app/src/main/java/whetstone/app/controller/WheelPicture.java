package whetstone.app.controller;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Rotate;

/** A steering wheel that turns as the mapped stick steers, its command below it. FX thread. */
final class WheelPicture extends StackPane {
    static final double RADIUS = 74;
    /** A full command turns the drawn wheel this far, as a hand would. */
    static final double DEGREES_AT_FULL = 120;

    private final Rotate turn = new Rotate(0, RADIUS, RADIUS);
    private final Label value = new Label();

    WheelPicture() {
        getStyleClass().add("wheel-picture");
        Circle rim = new Circle(RADIUS, RADIUS, RADIUS - 8);
        rim.getStyleClass().add("wheel-rim");
        Circle hub = new Circle(RADIUS, RADIUS, 15);
        hub.getStyleClass().add("wheel-hub");
        Pane wheel = new Pane(rim, spoke(90, "wheel-spoke"), spoke(-90, "wheel-spoke"), spoke(180, "wheel-spoke"), hub, mark());
        wheel.getTransforms().add(turn);
        wheel.setMinSize(2 * RADIUS, 2 * RADIUS);
        wheel.setMaxSize(2 * RADIUS, 2 * RADIUS);
        value.getStyleClass().add("wheel-command");
        value.setId("steer-value");
        setAlignment(wheel, Pos.TOP_CENTER);
        setAlignment(value, Pos.BOTTOM_CENTER);
        setMinSize(2 * RADIUS + 30, 2 * RADIUS + 36);
        setMaxSize(2 * RADIUS + 30, 2 * RADIUS + 36);
        getChildren().addAll(wheel, value);
    }

    /** @param steer in [-1, 1], right positive; its words beside it */
    void show(double steer, String said) {
        turn.setAngle(steer * DEGREES_AT_FULL);
        value.setText(said);
    }

    private static Line spoke(double degrees, String style) {
        Line line = new Line(RADIUS, RADIUS - 12, RADIUS, 14);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        line.getStyleClass().add(style);
        line.getTransforms().add(new Rotate(degrees, RADIUS, RADIUS));
        return line;
    }

    /** The cyan mark at twelve o'clock. */
    private static Line mark() {
        Line line = new Line(RADIUS, 14, RADIUS, 2);
        line.getStyleClass().add("wheel-mark");
        return line;
    }
}
