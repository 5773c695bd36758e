package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import whetstone.app.Words;

/** Doubt as heat: a thin strip above the steering, the hotter the less the labels so far say how to steer there. FX thread. */
final class DoubtLayer extends Group {
    private static final double HEIGHT = 5;
    private static final double LEAST_SEEN = 0.05;

    private final Words words;
    private final TimelinePane timeline;
    private final LabelDoubt doubt;

    private DoubtLayer(Words words, TimelinePane timeline, LabelDoubt doubt) {
        this.words = words;
        this.timeline = timeline;
        this.doubt = doubt;
        setId("doubt");
    }

    /** Lays the strip over a timeline; both live as long as the window. */
    static void over(Words words, TimelinePane timeline, LabelDoubt doubt) {
        DoubtLayer layer = new DoubtLayer(words, timeline, doubt);
        timeline.layOver(layer);
        doubt.doubtProperty().addListener((_, _, _) -> layer.draw());
        timeline.scaleProperty().addListener((_, _, _) -> layer.draw());
    }

    private void draw() {
        SortedMap<Integer, Double> values = doubt.doubtProperty().get();
        List<Rectangle> strip = new ArrayList<>();
        if (values.size() > 1) {
            List<Integer> ticks = List.copyOf(values.keySet());
            double half = (ticks.get(1) - ticks.get(0)) / 2.0;
            values.forEach((tick, value) -> stretch(strip, tick - half, tick + half, value));
        }
        getChildren().setAll(strip);
    }

    private void stretch(List<Rectangle> strip, double from, double to, double value) {
        TimelineScale scale = timeline.scaleProperty().get();
        double left = Math.max(0, scale.x(from));
        double right = Math.min(scale.width(), scale.x(to));
        if (right > left && value >= LEAST_SEEN) {
            Rectangle heat = new Rectangle(left, 0, right - left, HEIGHT);
            heat.getStyleClass().add("doubt-heat");
            heat.setOpacity(value);
            Tooltip.install(heat, new Tooltip(words.get("doubt.tip", value)));
            strip.add(heat);
        }
    }
}
