package whetstone.app.label;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Rotate;

/** The little wheel at the picture's foot: one spoke for the learner, one for the expert, and their numbers. FX thread. */
final class WheelPane extends StackPane {
    private static final double RADIUS = 33;
    /** A full command turns the drawn wheel this far, as a hand would. */
    private static final double DEGREES_AT_FULL = 120;

    private final Spoke learner = new Spoke("wheel-learner");
    private final Spoke expert = new Spoke("wheel-expert");

    WheelPane() {
        getStyleClass().add("wheel-pane");
        setMouseTransparent(true);
        setMinSize(148, 92);
        setMaxSize(148, 92);
        Circle ring = new Circle(RADIUS, RADIUS, RADIUS);
        ring.getStyleClass().add("wheel-ring");
        Pane wheel = new Pane(ring, learner.line, expert.line);
        wheel.setMaxSize(RADIUS * 2, RADIUS * 2);
        setAlignment(expert.value, Pos.BOTTOM_LEFT);
        setAlignment(learner.value, Pos.BOTTOM_RIGHT);
        getChildren().addAll(wheel, expert.value, learner.value);
    }

    void learner(OptionalDouble steer) {
        learner.turn(steer);
    }

    void expert(OptionalDouble steer) {
        expert.turn(steer);
    }

    private static final class Spoke {
        private final Line line = new Line(RADIUS, RADIUS - 8, RADIUS, 4);
        private final Rotate rotation = new Rotate(0, RADIUS, RADIUS);
        private final Label value = new Label();

        Spoke(String style) {
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            line.getStyleClass().add(style);
            line.getTransforms().add(rotation);
            value.getStyleClass().addAll("wheel-value", style + "-value");
        }

        void turn(OptionalDouble steer) {
            line.setVisible(steer.isPresent());
            value.setText(steer.isPresent() ? String.format(Locale.ROOT, "%+.2f", steer.getAsDouble()) : "");
            steer.ifPresent(command -> rotation.setAngle(command * DEGREES_AT_FULL));
        }
    }
}
