package whetstone.app.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A small plot: curves with marks and intervals over a light grid. Everything is a shape with a style class, so that the theme
 * gives the colours and a redraw touches only what changed. FX thread.
 */
public final class Plot extends Region {
    private static final double LEFT = 52;
    private static final double RIGHT = 14;
    private static final double TOP = 8;
    private static final double FOOT = 40;
    private static final double MARK = 3.5;

    private final Path grid = path("plot-grid");
    private final Label xTitle = new Label();
    private final Label yTitle = new Label();
    private final List<Label> xLabels = new ArrayList<>();
    private final List<Label> yLabels = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private Scale x = new Scale(0, 1, List.of());
    private Scale y = new Scale(0, 1, List.of());

    /** @param xTitled what the horizontal axis counts, with its unit */
    public Plot(String xTitled, String yTitled) {
        getStyleClass().add("plot");
        getStylesheets().add("/whetstone/css/plot.css");
        xTitle.setText(xTitled);
        yTitle.setText(yTitled);
        xTitle.setAlignment(Pos.CENTER);
        yTitle.setAlignment(Pos.CENTER);
        xTitle.getStyleClass().add("plot-title");
        yTitle.getStyleClass().add("plot-title");
        yTitle.setRotate(-90);
        getChildren().addAll(grid, xTitle, yTitle);
    }

    /** The shapes of one series. */
    private record Curve(Series series, Path line, Path intervals, Path marks) {}

    public void show(Scale horizontal, Scale vertical, List<Series> shown) {
        x = horizontal;
        y = vertical;
        curves.forEach(curve -> getChildren().removeAll(curve.line, curve.intervals, curve.marks));
        curves.clear();
        for (Series series : shown) {
            Curve curve = new Curve(series, path("plot-line", series.style()), path("plot-interval", series.style()),
                    path("plot-mark", series.style()));
            curves.add(curve);
            getChildren().addAll(curve.intervals, curve.line, curve.marks);
        }
        label(xLabels, horizontal);
        label(yLabels, vertical);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - LEFT - RIGHT);
        double height = Math.max(1, getHeight() - TOP - FOOT);
        drawGrid(width, height);
        for (int i = 0; i < xLabels.size(); i++) {
            Label label = xLabels.get(i);
            double wide = label.prefWidth(-1);
            label.resizeRelocate(right(x.ticks().get(i), width) - wide / 2, TOP + height + 3, wide, 16);
        }
        for (int i = 0; i < yLabels.size(); i++) {
            yLabels.get(i).resizeRelocate(16, down(y.ticks().get(i), height) - 8, LEFT - 22, 16);
        }
        xTitle.resizeRelocate(LEFT, TOP + height + 20, width, 18);
        yTitle.resizeRelocate(8 - height / 2, TOP + height / 2 - 9, height, 18);
        curves.forEach(curve -> draw(curve, width, height));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 220;
    }

    private void drawGrid(double width, double height) {
        grid.getElements().clear();
        for (double tick : y.ticks()) {
            grid.getElements().addAll(new MoveTo(LEFT, down(tick, height)), new LineTo(LEFT + width, down(tick, height)));
        }
    }

    private void draw(Curve curve, double width, double height) {
        curve.line.getElements().clear();
        curve.intervals.getElements().clear();
        curve.marks.getElements().clear();
        for (Series.Point point : curve.series.points()) {
            double px = right(point.x(), width);
            double py = down(point.y(), height);
            curve.line.getElements().add(curve.line.getElements().isEmpty() ? new MoveTo(px, py) : new LineTo(px, py));
            if (point.high() > point.low()) {
                curve.intervals.getElements().addAll(
                        new MoveTo(px, down(point.low(), height)), new LineTo(px, down(point.high(), height)));
            }
            if (curve.series.marks()) {
                mark(curve.marks, px, py);
            }
        }
    }

    private static void mark(Path marks, double px, double py) {
        marks.getElements().addAll(new MoveTo(px - MARK, py), new LineTo(px, py - MARK), new LineTo(px + MARK, py),
                new LineTo(px, py + MARK), new LineTo(px - MARK, py));
    }

    private void label(List<Label> labels, Scale scale) {
        getChildren().removeAll(labels);
        labels.clear();
        for (double tick : scale.ticks()) {
            Label label = new Label(scale.text(tick));
            label.getStyleClass().add("plot-tick");
            label.setAlignment(Pos.CENTER_RIGHT);
            labels.add(label);
        }
        getChildren().addAll(labels);
    }

    private double right(double value, double width) {
        return LEFT + x.place(value) * width;
    }

    private double down(double value, double height) {
        return TOP + (1 - y.place(value)) * height;
    }

    private static Path path(String... styles) {
        Path path = new Path();
        path.setManaged(false);
        path.getStyleClass().addAll(styles);
        return path;
    }
}
