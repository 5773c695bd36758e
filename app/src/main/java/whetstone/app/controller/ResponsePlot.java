package whetstone.app.controller;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import whetstone.labelling.input.AxisMapping;

/** What an axis is turned into: reading to the right, response up, and a dot where the stick is now. FX thread. */
final class ResponsePlot extends Region {
    private static final int POINTS = 160;
    private static final double EDGE = 8;

    private final Path cross = new Path();
    private final Path curve = new Path();
    private final Circle dot = new Circle(5);
    private Optional<AxisMapping> mapping = Optional.empty();
    private OptionalDouble raw = OptionalDouble.empty();

    ResponsePlot() {
        getStyleClass().add("response-plot");
        cross.getStyleClass().add("response-cross");
        curve.getStyleClass().add("response-curve");
        dot.getStyleClass().add("response-dot");
        cross.setManaged(false);
        curve.setManaged(false);
        dot.setManaged(false);
        getChildren().addAll(cross, curve, dot);
        setMinSize(140, 112);
        setPrefSize(170, 116);
        setMaxHeight(150);
    }

    void show(Optional<AxisMapping> shown) {
        mapping = shown;
        requestLayout();
    }

    /** @param reading of the axis in [-1, 1]; empty where the device gave none yet */
    void at(OptionalDouble reading) {
        raw = reading;
        placeDot();
    }

    @Override
    protected void layoutChildren() {
        cross.getElements().setAll(new MoveTo(right(-1), down(0)), new LineTo(right(1), down(0)), new MoveTo(right(0), down(-1)),
                new LineTo(right(0), down(1)));
        curve.getElements().clear();
        mapping.ifPresent(axis -> {
            for (int i = 0; i <= POINTS; i++) {
                double reading = -1 + 2.0 * i / POINTS;
                double x = right(reading);
                double y = down(axis.respond(reading));
                curve.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
            }
        });
        placeDot();
    }

    private void placeDot() {
        boolean known = raw.isPresent() && mapping.isPresent();
        dot.setVisible(known);
        if (known) {
            dot.setCenterX(right(raw.getAsDouble()));
            dot.setCenterY(down(mapping.orElseThrow().respond(raw.getAsDouble())));
        }
    }

    private double right(double reading) {
        return EDGE + (reading + 1) / 2 * (getWidth() - 2 * EDGE);
    }

    private double down(double response) {
        return EDGE + (1 - response) / 2 * (getHeight() - 2 * EDGE);
    }
}
