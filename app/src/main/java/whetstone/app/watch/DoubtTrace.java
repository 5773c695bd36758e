package whetstone.app.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Doubt as heat over the same last seconds as the traces above it: the more unsure the labels leave one, the hotter; empty where it is not
 * known. A stretch shows the most doubt in it. FX thread.
 */
final class DoubtTrace extends Region {
    private static final double STRETCH_SECONDS = 0.2;

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private final Rectangle clip = new Rectangle();
    private double newest;

    private record Stretch(long number, Rectangle heat) {}

    DoubtTrace() {
        getStyleClass().add("doubt-trace");
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** Adds a frame; one that is not after the last begins anew. */
    void add(Frame frame) {
        if (frame.seconds() <= newest) {
            stretches.clear();
            getChildren().clear();
        }
        newest = frame.seconds();
        frame.doubt().ifPresent(this::extend);
        while (!stretches.isEmpty() && (stretches.getFirst().number + 1) * STRETCH_SECONDS < newest - ActionTrace.SECONDS) {
            getChildren().remove(stretches.removeFirst().heat);
        }
        layoutChildren();
    }

    private void extend(double doubt) {
        long number = (long) (newest / STRETCH_SECONDS);
        if (stretches.isEmpty() || stretches.getLast().number != number) {
            Rectangle heat = new Rectangle();
            heat.setManaged(false);
            heat.getStyleClass().add("doubt-heat");
            heat.setOpacity(doubt);
            stretches.addLast(new Stretch(number, heat));
            getChildren().add(heat);
        } else {
            Rectangle heat = stretches.getLast().heat;
            heat.setOpacity(Math.max(heat.getOpacity(), doubt));
        }
    }

    @Override
    protected void layoutChildren() {
        double perSecond = getWidth() / ActionTrace.SECONDS;
        for (Stretch stretch : stretches) {
            double from = getWidth() - (newest - stretch.number * STRETCH_SECONDS) * perSecond;
            double to = Math.min(getWidth(), from + STRETCH_SECONDS * perSecond);
            stretch.heat.setX(from);
            stretch.heat.setWidth(Math.max(0, to - from));
            stretch.heat.setHeight(getHeight());
        }
    }
}
