package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import whetstone.labelling.editing.Curve;
import whetstone.labelling.editing.Drag;
import whetstone.labelling.editing.Draw;
import whetstone.labelling.editing.KeyFrame;

/**
 * The mouse on the timeline's steering row while labels are edited. Pressed on the curve it drags that point, on a key frame it moves
 * it, beside the curve or with Shift it draws over; a click without a move goes to the tick, as ever. FX thread.
 */
final class EditGesture {
    private static final double NEAR = 9;
    private static final double A_MOVE = 3;
    private static final double FIRST_REACH_SECONDS = 0.3;
    private static final double REACH_STEP = 1.25;
    private static final double LONGEST_REACH_SECONDS = 5;

    private final ReadOnlyObjectWrapper<OptionalInt> grip = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Double> reach = new ReadOnlyObjectWrapper<>(FIRST_REACH_SECONDS);
    private final TimelinePane timeline;
    private final EditModel edit;
    private final LabelModel label;
    private Hold hold = new Hold.None();

    /** What the mouse holds while it is pressed. */
    private sealed interface Hold {
        record None() implements Hold {}

        /** Pressed, not moved yet. */
        record Pressed(double x, double y, Hold then) implements Hold {}

        /** @param offset of the mouse above the point, in steering */
        record Point(int tick, double offset) implements Hold {}

        record Key(int tick) implements Hold {}

        record Pen(List<Draw.Point> line) implements Hold {}
    }

    EditGesture(TimelinePane timeline, EditModel edit, LabelModel label) {
        this.timeline = timeline;
        this.edit = edit;
        this.label = label;
        timeline.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        timeline.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> point(OptionalInt.empty(), Cursor.DEFAULT));
        timeline.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        timeline.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        timeline.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        timeline.addEventFilter(ScrollEvent.SCROLL, this::turned);
        edit.editingProperty().addListener((_, _, editing) -> {
            if (!editing) {
                hold = new Hold.None();
                point(OptionalInt.empty(), Cursor.DEFAULT);
            }
        });
        edit.previewProperty().addListener((_, _, preview) -> {
            if (preview.isEmpty() && !(hold instanceof Hold.Pressed)) {
                hold = new Hold.None();
            }
        });
    }

    /** The tick of the curve's point that the mouse would drag, or drags. */
    ReadOnlyObjectProperty<OptionalInt> gripProperty() {
        return grip.getReadOnlyProperty();
    }

    /** How far a dragged point's neighbours follow, in seconds. */
    ReadOnlyObjectProperty<Double> reachProperty() {
        return reach.getReadOnlyProperty();
    }

    int reachTicks() {
        return (int) Math.round(reach.get() * label.openProperty().get().map(OpenClip::ticksPerSecond).orElse(1.0));
    }

    private boolean here(MouseEvent mouse) {
        return edit.editingProperty().get() && timeline.onSteering(mouse.getX(), mouse.getY());
    }

    private void moved(MouseEvent mouse) {
        if (!here(mouse)) {
            point(OptionalInt.empty(), Cursor.DEFAULT);
        } else if (key(mouse).isPresent()) {
            point(OptionalInt.empty(), Cursor.MOVE);
        } else {
            OptionalInt near = mouse.isShiftDown() ? OptionalInt.empty() : near(mouse);
            point(near, near.isPresent() ? Cursor.V_RESIZE : Cursor.CROSSHAIR);
        }
    }

    private void point(OptionalInt tick, Cursor cursor) {
        grip.set(tick);
        timeline.setCursor(cursor);
    }

    private void pressed(MouseEvent mouse) {
        if (here(mouse) && mouse.getButton() == MouseButton.PRIMARY) {
            label.player().pause();
            hold = new Hold.Pressed(mouse.getX(), mouse.getY(), held(mouse));
            mouse.consume();
        }
    }

    private Hold held(MouseEvent mouse) {
        Optional<KeyFrame> key = key(mouse);
        OptionalInt near = mouse.isShiftDown() ? OptionalInt.empty() : near(mouse);
        if (key.isPresent()) {
            return new Hold.Key(key.get().tick());
        }
        return near.isPresent() ? new Hold.Point(near.getAsInt(), edit.curveProperty().get().orElseThrow().at(near.getAsInt())
                - timeline.rows().steerAt(mouse.getY())) : new Hold.Pen(List.of(new Draw.Point(timeline.nearestTick(mouse.getX()),
                timeline.rows().steerAt(mouse.getY()))));
    }

    private void dragged(MouseEvent mouse) {
        if (!edit.editingProperty().get() || hold instanceof Hold.None) {
            return;
        }
        mouse.consume();
        if (hold instanceof Hold.Pressed(double x, double y, Hold then) && Math.hypot(mouse.getX() - x, mouse.getY() - y) >= A_MOVE) {
            hold = then;
        }
        go(mouse);
    }

    private void go(MouseEvent mouse) {
        switch (hold) {
            case Hold.None _, Hold.Pressed _ -> { }
            case Hold.Point(int tick, double offset) -> {
                grip.set(OptionalInt.of(tick));
                edit.preview(new Drag(tick, timeline.rows().steerAt(mouse.getY()) + offset, reachTicks()), tick);
            }
            case Hold.Key(int tick) -> {
                int to = timeline.nearestTick(mouse.getX());
                edit.keys().remove(tick);
                edit.keys().set(to, timeline.rows().steerAt(mouse.getY()));
                hold = new Hold.Key(to);
                label.player().seek(to);
            }
            case Hold.Pen(List<Draw.Point> line) -> {
                List<Draw.Point> longer = new ArrayList<>(line);
                longer.add(at(mouse));
                hold = new Hold.Pen(longer);
                point(OptionalInt.empty(), Cursor.CROSSHAIR);
                edit.preview(new Draw(longer), timeline.nearestTick(mouse.getX()));
            }
        }
    }

    private void released(MouseEvent mouse) {
        if (hold instanceof Hold.None) {
            return;
        }
        mouse.consume();
        if (hold instanceof Hold.Pressed) {
            label.player().seek(timeline.nearestTick(mouse.getX()));
        }
        hold = new Hold.None();
        edit.commit();
    }

    /** While a point is dragged, the wheel says how far its neighbours follow. */
    private void turned(ScrollEvent turn) {
        if (hold instanceof Hold.Point(int tick, double _) && turn.getDeltaY() != 0) {
            turn.consume();
            double least = 1 / label.openProperty().get().map(OpenClip::ticksPerSecond).orElse(1.0);
            reach.set(Math.clamp(reach.get() * (turn.getDeltaY() > 0 ? REACH_STEP : 1 / REACH_STEP), least, LONGEST_REACH_SECONDS));
            edit.previewProperty().get().ifPresent(now -> edit.preview(new Drag(tick, now.at(tick), reachTicks()), tick));
        }
    }

    private Draw.Point at(MouseEvent mouse) {
        return new Draw.Point(timeline.tickAt(mouse.getX()), timeline.rows().steerAt(mouse.getY()));
    }

    private Optional<KeyFrame> key(MouseEvent mouse) {
        return edit.keys().allProperty().get().stream().filter(key -> timeline.distance(mouse, key.tick(), key.value()) <= NEAR).findFirst();
    }

    /** The curve's point nearest to the mouse, where the curve passes near. */
    private OptionalInt near(MouseEvent mouse) {
        Curve curve = edit.curveProperty().get().orElseThrow();
        int tick = timeline.nearestTick(mouse.getX());
        double along = timeline.tickAt(mouse.getX());
        int left = (int) Math.floor(along);
        double between = curve.at(left) + (along - left) * (curve.at(Math.min(left + 1, curve.range().to() - 1)) - curve.at(left));
        boolean near = timeline.distance(mouse, along, between) <= NEAR || timeline.distance(mouse, tick, curve.at(tick)) <= NEAR;
        return near ? OptionalInt.of(tick) : OptionalInt.empty();
    }
}
