package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import whetstone.app.Words;
import whetstone.labelling.TickRange;

/**
 * The timeline below the picture: the learner's steering, the strokes, the label in force, events, the playhead and the marked range.
 * Scrubbed with the mouse, zoomed with its wheel. Small shapes styled by CSS: moving the playhead redraws nothing else. FX thread.
 */
final class TimelinePane extends Pane {
    static final double GUTTER = 70;
    static final double STEER_HEIGHT = 78;

    private final Group content = new Group();
    private final Rectangle marked = new Rectangle();
    private final Polyline live = new Polyline();
    private final Line playhead = new Line(0, 0, 0, 0);
    private final Polygon playheadTop = new Polygon(-5, -2, 5, -2, 0, 6);
    private final Group tried = new Group();
    private List<TrialMark> triedMarks = List.of();
    private final Words words;
    private static final PseudoClass RAW = PseudoClass.getPseudoClass("raw");
    private static final PseudoClass REPAIRED = PseudoClass.getPseudoClass("repaired");

    private final TimelineLegend legend;
    private final Text steerName;
    private final Text labelName;
    private final Text eventsName;
    private TimelineRows rows = new TimelineRows(STEER_HEIGHT);
    private TimelineContent drawing;
    private TrialMarkShapes triedShapes;
    private Traces traces = Traces.NONE;
    private final Group moving = new Group();
    private final ReadOnlyObjectWrapper<TimelineScale> drawn = new ReadOnlyObjectWrapper<>(new TimelineScale(0, 1, 1));
    private TimelineScale scale = drawn.get();
    private double position;
    private Optional<TickRange> bracket = Optional.empty();

    /** @param compare called when the labels are to be looked at raw, or again repaired */
    TimelinePane(Words words, DoubleConsumer seek, Runnable compare) {
        this.words = words;
        getStyleClass().add("timeline");
        setId("timeline");
        marked.getStyleClass().add("bracket-range");
        live.getStyleClass().add("trace-live");
        playhead.getStyleClass().add("playhead");
        playheadTop.getStyleClass().add("playhead-top");
        moving.getChildren().addAll(live, playhead, playheadTop);
        Group below = new Group(marked);
        below.setLayoutX(GUTTER);
        below.setManaged(false);
        moving.setLayoutX(GUTTER);
        content.setLayoutX(GUTTER);
        content.setManaged(false);
        moving.setManaged(false);
        tried.setLayoutX(GUTTER);
        tried.setManaged(false);
        getChildren().addAll(below, content, tried, moving);
        steerName = rowName("row.steer");
        labelName = rowName("row.label");
        eventsName = rowName("row.events");
        legend = new TimelineLegend(words, compare);
        getChildren().addAll(steerName, labelName, eventsName, legend);
        steeringHeight(STEER_HEIGHT);
        setOnMousePressed(press -> seek.accept(tickAt(press.getX())));
        setOnMouseDragged(drag -> seek.accept(tickAt(drag.getX())));
        setOnScroll(turn -> zoom(turn.getDeltaY() > 0 ? 0.8 : 1.25, tickAt(turn.getX())));
        widthProperty().addListener((_, _, _) -> view(scale.from(), scale.to()));
    }

    private Text rowName(String key) {
        Text name = new Text(words.get(key));
        name.getStyleClass().add("row-name");
        name.setTextOrigin(VPos.CENTER);
        return name;
    }

    /** Lays the rows out anew with the steering's this high, in pixels. */
    void steeringHeight(double height) {
        rows = new TimelineRows(height);
        drawing = new TimelineContent(words, rows);
        triedShapes = new TrialMarkShapes(new TrialWording(words), rows.steerTop() + 9, rows.labelTop() - 3);
        setMinHeight(rows.height());
        setPrefHeight(rows.height());
        setMaxHeight(rows.height());
        playhead.setEndY(rows.axisTop() - 2);
        steerName.setY(rows.steerTop() + 8);
        legend.setLayoutY(rows.steerTop() + 30);
        labelName.setY(rows.labelTop() + 9);
        eventsName.setY(rows.eventsTop() + 9);
        redraw();
    }

    // For what is drawn over it and edited on it

    /** The scale that is drawn. */
    ReadOnlyObjectProperty<TimelineScale> scaleProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Lays something below the playhead and over all else; its x is that of the scale. */
    void layOver(Node layer) {
        moving.getChildren().add(moving.getChildren().indexOf(playhead), layer);
    }

    /** Whether a place of the mouse lies on the steering row. */
    boolean onSteering(double x, double y) {
        return traces.length() > 1 && x >= GUTTER && y >= 0 && y < rows.labelTop() - 2;
    }

    TimelineRows rows() {
        return rows;
    }

    int nearestTick(double x) {
        return (int) Math.round(tickAt(x));
    }

    /** Pixels from the mouse to a place on the steering row. */
    double distance(MouseEvent mouse, double tick, double steer) {
        return Math.hypot(mouse.getX() - GUTTER - scale.x(tick), mouse.getY() - rows.steerY(steer));
    }

    double tickAt(double x) {
        return Math.clamp(scale.tick(x - GUTTER), 0, Math.max(0, traces.length() - 1));
    }

    void show(Traces shown) {
        traces = shown;
        legend.show(shown.anyRepaired());
        pseudoClassStateChanged(REPAIRED, shown.anyRepaired());
        redraw();
    }

    /** @param raw whether the labels as they were given stand out, instead of the repaired ones */
    void compare(boolean raw) {
        pseudoClassStateChanged(RAW, raw);
    }

    /** Shows what trials said of the ticks they began at. */
    void tried(List<TrialMark> marks) {
        triedMarks = marks;
        redraw();
    }

    /** Shows these ticks; the rest is reached by zooming out or playing on. */
    void view(double from, double to) {
        scale = new TimelineScale(from, Math.max(from + 1, to), Math.max(1, getWidth() - GUTTER - 8));
        redraw();
    }

    private void zoom(double factor, double around) {
        if (traces.length() > 1) {
            scale = scale.zoomed(factor, around, traces.length());
            redraw();
        }
    }

    void playhead(double tick) {
        position = tick;
        TimelineScale revealing = traces.length() > 1 ? scale.revealing(tick, traces.length()) : scale;
        if (!revealing.equals(scale)) {
            scale = revealing;
            redraw();
        }
        double x = Math.round(scale.x(tick)) + 0.5;
        playhead.setTranslateX(x);
        playheadTop.setTranslateX(x);
    }

    void bracket(Optional<TickRange> range) {
        bracket = range;
        marked.setVisible(range.filter(ticks -> ticks.from() < scale.to() && ticks.to() > scale.from()).isPresent());
        range.ifPresent(ticks -> {
            double from = Math.clamp(scale.x(ticks.from()), 0, scale.width());
            marked.setX(from);
            marked.setY(0);
            marked.setWidth(Math.max(2, Math.min(scale.width(), scale.x(ticks.to())) - from));
            marked.setHeight(rows.axisTop() - 2);
        });
    }

    /** One more point of the stroke that is being given. */
    void extendLive(double tick, double steer) {
        live.getPoints().addAll(scale.x(tick), rows.steerY(steer));
    }

    void clearLive() {
        live.getPoints().clear();
    }

    private void redraw() {
        content.getChildren().setAll(drawing.draw(traces, scale));
        tried.getChildren().setAll(triedShapes.draw(triedMarks, scale));
        drawn.set(scale);
        live.getPoints().clear();
        bracket(bracket);
        playhead.setTranslateX(Math.round(scale.x(position)) + 0.5);
        playheadTop.setTranslateX(playhead.getTranslateX());
    }
}
