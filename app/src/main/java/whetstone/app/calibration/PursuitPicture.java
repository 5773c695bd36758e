package whetstone.app.calibration;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * The road across which the mark moves, and the expert's own mark on it: a ring to be kept around a cyan dot. Left end full left, right end
 * full right. FX thread.
 */
final class PursuitPicture extends Region {
    private static final double EDGE = 28;
    /** Wider than this the eyes would have to travel. */
    private static final double WIDEST_ROAD = 1000;
    private static final double HIGHEST_ROAD = 200;
    private static final double RING = 21;
    private static final double DOT = 8;

    private final Rectangle road = new Rectangle();
    private final List<Line> lines = List.of(line("road-edge"), line("road-quarter"), line("road-middle"), line("road-quarter"),
            line("road-edge"));
    private final Circle ring = new Circle(RING);
    private final Circle dot = new Circle(DOT);
    private final Line reach = line("own-line");
    private final Label said = new Label();
    private double mark;
    private double own;

    PursuitPicture() {
        setId("pursuit");
        getStyleClass().add("pursuit-picture");
        road.getStyleClass().add("road");
        road.setArcWidth(8);
        road.setArcHeight(8);
        ring.getStyleClass().add("mark-ring");
        dot.getStyleClass().add("own-mark");
        said.getStyleClass().add("pursuit-said");
        said.setId("pursuit-said");
        getChildren().add(road);
        getChildren().addAll(lines);
        getChildren().addAll(reach, ring, dot, said);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        setMinHeight(170);
        setPrefHeight(250);
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }

    /** @param target in [-1, 1]; @param hand the stick, in [-1, 1] */
    void show(double target, double hand) {
        mark = target;
        own = hand;
        place();
    }

    /** One or two words over the road; empty: none. */
    void say(String words) {
        if (!said.getText().equals(words)) {
            said.setText(words);
            requestLayout();
        }
    }

    /** The steering that a place in this picture stands for. @param x in its own coordinates */
    double steerAt(double x) {
        return Math.clamp(2 * (x - left()) / roadWidth() - 1, -1, 1);
    }

    @Override
    protected void layoutChildren() {
        double top = middle() - roadHeight() / 2;
        road.setX(across(-1));
        road.setY(top);
        road.setWidth(across(1) - across(-1));
        road.setHeight(roadHeight());
        for (int i = 0; i < lines.size(); i++) {
            upright(lines.get(i), across(-1 + i * 0.5), top);
        }
        said.autosize();
        said.relocate((getWidth() - said.getWidth()) / 2, Math.max(4, (top - said.getHeight()) / 2));
        place();
    }

    private void place() {
        ring.setCenterX(across(mark));
        ring.setCenterY(middle());
        dot.setCenterX(across(own));
        dot.setCenterY(middle());
        upright(reach, across(own), middle() - roadHeight() / 2);
    }

    private void upright(Line line, double x, double top) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(top + roadHeight());
    }

    /** A little below the middle: the words are above. */
    private double middle() {
        return getHeight() * 0.6;
    }

    private double across(double steer) {
        return left() + (Math.clamp(steer, -1, 1) + 1) / 2 * roadWidth();
    }

    private double left() {
        return (getWidth() - roadWidth()) / 2;
    }

    private double roadWidth() {
        return Math.clamp(getWidth() - 2 * EDGE, 1, WIDEST_ROAD);
    }

    private double roadHeight() {
        return Math.min(getHeight() * 0.45, HIGHEST_ROAD);
    }
}
