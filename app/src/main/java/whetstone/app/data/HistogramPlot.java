package whetstone.app.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Draws an {@link ActionHistogram}: per bin the learner's bar (amber) beside the labels' (cyan), left is left. FX thread. */
final class HistogramPlot extends Region {
    private static final double FOOT = 18;
    private static final double GAP = 1;

    private final Rectangle[] learner = new Rectangle[ActionHistogram.BINS];
    private final Rectangle[] labels = new Rectangle[ActionHistogram.BINS];
    private final Line base = line("histogram-base");
    private final Line centre = line("histogram-centre");
    private final Label left = new Label("−1");
    private final Label middle = new Label("0");
    private final Label right = new Label("+1");
    private ActionHistogram histogram = ActionHistogram.EMPTY;

    HistogramPlot() {
        getStyleClass().add("histogram");
        getChildren().addAll(centre, base);
        for (int bin = 0; bin < ActionHistogram.BINS; bin++) {
            learner[bin] = bar("histogram-learner");
            labels[bin] = bar("histogram-label");
            getChildren().addAll(learner[bin], labels[bin]);
        }
        left.setAlignment(Pos.TOP_LEFT);
        middle.setAlignment(Pos.TOP_CENTER);
        right.setAlignment(Pos.TOP_RIGHT);
        getChildren().addAll(left, middle, right);
    }

    void show(ActionHistogram shown) {
        histogram = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - FOOT;
        double step = getWidth() / ActionHistogram.BINS;
        double scale = histogram.largestShare() == 0 ? 0 : (height - 4) / histogram.largestShare();
        for (int bin = 0; bin < ActionHistogram.BINS; bin++) {
            double half = (step - 2 * GAP) / 2;
            place(learner[bin], bin * step + GAP, half, histogram.learnerShare(bin) * scale, height);
            place(labels[bin], bin * step + GAP + half, half, histogram.labelShare(bin) * scale, height);
        }
        place(base, 0, height, getWidth(), height);
        place(centre, getWidth() / 2, 0, getWidth() / 2, height);
        for (Label label : new Label[] {left, middle, right}) {
            label.resizeRelocate(0, height + 2, getWidth(), FOOT - 2);
        }
    }

    private static void place(Rectangle bar, double x, double width, double tall, double floor) {
        bar.setX(x);
        bar.setWidth(Math.max(0, width));
        bar.setY(floor - tall);
        bar.setHeight(tall);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static Rectangle bar(String style) {
        Rectangle bar = new Rectangle();
        bar.setManaged(false);
        bar.getStyleClass().add(style);
        return bar;
    }

    private static Line line(String style) {
        Line line = new Line();
        line.setManaged(false);
        line.getStyleClass().add(style);
        return line;
    }
}
