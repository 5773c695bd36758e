package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import whetstone.app.Words;
import whetstone.model.Event;

/** Draws what of a timeline stays while it plays: grid, time axis, traces, spans and events. Shapes only; their look is CSS. */
final class TimelineContent {
    private static final double SPAN_HEIGHT = 18;
    private static final double LEAST_TEXT_WIDTH = 64;

    private final Words words;
    private final TimelineRows rows;

    TimelineContent(Words words, TimelineRows rows) {
        this.words = words;
        this.rows = rows;
    }

    List<Node> draw(Traces traces, TimelineScale scale) {
        List<Node> nodes = new ArrayList<>();
        if (traces.length() == 0) {
            return nodes;
        }
        List<Node> bars = new ArrayList<>();
        spans(nodes, bars, traces, scale);
        grid(nodes, traces, scale);
        nodes.addAll(bars);
        trace(nodes, traces.raw(), "trace-raw", scale);
        trace(nodes, traces.learner(), "trace-learner", scale);
        trace(nodes, traces.label(), "trace-label", scale);
        marks(nodes, traces, scale);
        return nodes;
    }

    private void grid(List<Node> nodes, Traces traces, TimelineScale scale) {
        Line zero = new Line(0, rows.steerY(0), scale.width(), rows.steerY(0));
        zero.getStyleClass().add("grid");
        nodes.add(zero);
        double step = scale.markSeconds(traces.ticksPerSecond());
        double end = Math.min(scale.to(), traces.length());
        for (long mark = (long) Math.ceil(scale.from() / traces.ticksPerSecond() / step - 1e-9);
                mark * step * traces.ticksPerSecond() <= end + 1e-6; mark++) {
            double x = Math.round(scale.x(mark * step * traces.ticksPerSecond())) + 0.5;
            Line line = new Line(x, rows.steerTop(), x, rows.eventsTop());
            line.getStyleClass().add("grid");
            Text seconds = text(String.format(java.util.Locale.ROOT, "%.1f s", mark * step), "axis-text", 0, rows.axisTop() + 8);
            seconds.setX(Math.clamp(x - seconds.getLayoutBounds().getWidth() / 2, 0,
                    Math.max(0, scale.width() - seconds.getLayoutBounds().getWidth())));
            nodes.add(line);
            nodes.add(seconds);
        }
    }

    private static Text text(String content, String style, double x, double middle) {
        Text text = new Text(x, middle, content);
        text.getStyleClass().add(style);
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    private void trace(List<Node> nodes, float[] values, String style, TimelineScale scale) {
        int from = Math.max(0, (int) Math.ceil(scale.from()));
        int to = Math.min(values.length, (int) Math.floor(scale.to()) + 1);
        // More than two points a pixel can't be seen.
        int stride = Math.max(1, (int) ((to - from) / (2 * scale.width())));
        Polyline line = new Polyline();
        for (int tick = from; tick < to; tick += stride) {
            if (Float.isNaN(values[tick])) {
                line = finished(nodes, line, style);
            } else {
                line.getPoints().addAll(scale.x(tick), rows.steerY(values[tick]));
            }
        }
        finished(nodes, line, style);
    }

    private static Polyline finished(List<Node> nodes, Polyline line, String style) {
        if (line.getPoints().isEmpty()) {
            return line;
        }
        line.getStyleClass().add(style);
        nodes.add(line);
        return new Polyline();
    }

    private void spans(List<Node> shades, List<Node> bars, Traces traces, TimelineScale scale) {
        for (Traces.Span span : traces.spans()) {
            double from = Math.max(0, scale.x(span.range().from()));
            double to = Math.min(scale.width(), scale.x(span.range().to()));
            if (to > from) {
                String kind = span.kind().name().toLowerCase(java.util.Locale.ROOT);
                shades.add(box(from, rows.steerTop(), to - from, rows.eventsTop() - rows.steerTop() - 4, "span-shade", kind));
                bars.add(box(from, rows.labelTop(), to - from, SPAN_HEIGHT, "span", kind));
                if (to - from >= LEAST_TEXT_WIDTH) {
                    Text name = text(words.get("span." + kind), "span-text", from + 8, rows.labelTop() + SPAN_HEIGHT / 2);
                    name.setClip(new Rectangle(from, rows.labelTop(), to - from - 6, SPAN_HEIGHT));
                    bars.add(name);
                }
            }
        }
    }

    private static Rectangle box(double x, double y, double width, double height, String style, String kind) {
        Rectangle box = new Rectangle(x, y, width, height);
        box.getStyleClass().addAll(style, kind);
        return box;
    }

    private void marks(List<Node> nodes, Traces traces, TimelineScale scale) {
        double textFree = 0;
        for (Traces.Mark mark : traces.marks()) {
            double x = scale.x(mark.tick());
            if (x >= 0 && x <= scale.width()) {
                String kind = mark.event().name().toLowerCase(java.util.Locale.ROOT);
                Polygon shape = mark.event() == Event.FALL ? new Polygon(x - 6, rows.eventsTop() + 4, x + 6, rows.eventsTop() + 4, x, rows.eventsTop() + 15)
                        : new Polygon(x, rows.eventsTop() + 4, x + 5, rows.eventsTop() + 9, x, rows.eventsTop() + 14, x - 5, rows.eventsTop() + 9);
                shape.getStyleClass().addAll("mark", kind);
                nodes.add(shape);
                Text name = text(words.get("event." + kind), "mark-text", x + 10, rows.eventsTop() + 9);
                double width = name.getLayoutBounds().getWidth();
                if (x > textFree && x + 10 + width < scale.width()) {
                    name.getStyleClass().add(kind);
                    nodes.add(new Group(name));
                    textFree = x + 14 + width;
                }
            }
        }
    }
}
