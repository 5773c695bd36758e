package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import whetstone.app.Words;

/** The trust in each label as heat: a thin strip below the labels, from red (little) to green (much). FX thread. */
final class TrustLayer extends Group {
    private static final double LABEL_HEIGHT = 18;
    private static final double HEIGHT = 4;
    private static final int SHADES = 5;

    private final Words words;
    private final TimelinePane timeline;
    private final LabelTrust trust;

    private TrustLayer(Words words, TimelinePane timeline, LabelTrust trust) {
        this.words = words;
        this.timeline = timeline;
        this.trust = trust;
        setId("trust");
    }

    /** Lays the strip over a timeline; both live as long as the window. */
    static void over(Words words, TimelinePane timeline, LabelTrust trust) {
        TrustLayer layer = new TrustLayer(words, timeline, trust);
        timeline.layOver(layer);
        trust.trustProperty().addListener((_, _, _) -> layer.draw());
        timeline.scaleProperty().addListener((_, _, _) -> layer.draw());
        timeline.minHeightProperty().addListener((_, _, _) -> layer.draw());
    }

    private void draw() {
        float[] values = trust.trustProperty().get();
        TimelineScale scale = timeline.scaleProperty().get();
        List<Rectangle> strip = new ArrayList<>();
        int end = Math.min(values.length, (int) Math.ceil(scale.to()));
        int from = Math.max(0, (int) Math.floor(scale.from()));
        for (int tick = from + 1; tick <= end; tick++) {
            if (tick == end || shade(values[tick]) != shade(values[from])) {
                if (!Float.isNaN(values[from])) {
                    strip.add(stretch(scale, from, tick, mean(values, from, tick)));
                }
                from = tick;
            }
        }
        getChildren().setAll(strip);
    }

    private Rectangle stretch(TimelineScale scale, int from, int to, double mean) {
        double left = Math.max(0, scale.x(from));
        double right = Math.min(scale.width(), scale.x(to));
        Rectangle stretch = new Rectangle(left, timeline.rows().labelTop() + LABEL_HEIGHT + 1, Math.max(0, right - left), HEIGHT);
        stretch.getStyleClass().addAll("trust", "trust-" + shade((float) mean));
        Tooltip.install(stretch, new Tooltip(words.get("trust.tip", mean)));
        return stretch;
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int tick = from; tick < to; tick++) {
            sum += values[tick];
        }
        return sum / (to - from);
    }

    /** 0 (least) to 4; -1 where there is none. */
    private static int shade(float trust) {
        return Float.isNaN(trust) ? -1 : Math.clamp((int) (trust * SHADES), 0, SHADES - 1);
    }
}
