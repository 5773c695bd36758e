package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import whetstone.labelling.editing.Curve;
import whetstone.labelling.editing.KeyFrame;

/** What editing draws on the timeline: the row to draw in, the curve to come, the grip with its reach, and key frames. FX thread. */
final class EditLayer {
    private static final PseudoClass PREVIEWING = PseudoClass.getPseudoClass("previewing");
    private static final double DIAMOND = 6;
    private static final double SHARE_OF_WINDOW = 0.14;
    private static final double HIGHEST_ROW = 160;

    private final TimelinePane timeline;
    private final EditModel edit;
    private final EditGesture gesture;
    private final Rectangle row = new Rectangle();
    private final Polyline preview = new Polyline();
    private final Polyline joined = new Polyline();
    private final Rectangle reach = new Rectangle();
    private final Circle grip = new Circle(5);
    private final Group keys = new Group();

    EditLayer(TimelinePane timeline, EditModel edit, EditGesture gesture) {
        this.timeline = timeline;
        this.edit = edit;
        this.gesture = gesture;
        row.getStyleClass().add("edit-row");
        preview.getStyleClass().add("edit-preview");
        joined.getStyleClass().add("edit-joined");
        reach.getStyleClass().add("edit-reach");
        grip.getStyleClass().add("edit-grip");
        Group layer = new Group(row, reach, joined, preview, keys, grip);
        layer.setMouseTransparent(true);
        layer.visibleProperty().bind(edit.editingProperty());
        timeline.layOver(layer);
        timeline.scaleProperty().addListener((_, _, _) -> draw());
        edit.editingProperty().addListener((_, _, _) -> lay());
        timeline.sceneProperty().flatMap(Scene::heightProperty).addListener((_, _, _) -> lay());
        edit.curveProperty().addListener((_, _, _) -> draw());
        edit.previewProperty().addListener((_, _, _) -> draw());
        edit.keys().allProperty().addListener((_, _, _) -> draw());
        gesture.gripProperty().addListener((_, _, _) -> draw());
        gesture.reachProperty().addListener((_, _, _) -> draw());
    }

    /** Editing asks for a higher row, as far as the window has room for it. */
    private void lay() {
        double window = timeline.getScene() == null ? 0 : timeline.getScene().getHeight();
        timeline.steeringHeight(edit.editingProperty().get()
                ? Math.clamp(window * SHARE_OF_WINDOW, TimelinePane.STEER_HEIGHT, HIGHEST_ROW) : TimelinePane.STEER_HEIGHT);
        draw();
    }

    private void draw() {
        timeline.pseudoClassStateChanged(PREVIEWING, edit.previewProperty().get().isPresent());
        if (!edit.editingProperty().get()) {
            return;
        }
        row.setX(0);
        row.setY(timeline.rows().steerY(1) - 3);
        row.setWidth(timeline.scaleProperty().get().width());
        row.setHeight(timeline.rows().steerY(-1) - timeline.rows().steerY(1) + 6);
        trace(preview, edit.previewProperty().get());
        List<KeyFrame> frames = edit.keys().allProperty().get();
        trace(joined, edit.joined());
        keys.getChildren().setAll(frames.stream().filter(key -> inView(key.tick())).map(this::diamond).toList());
        drawGrip(gesture.gripProperty().get());
    }

    private void drawGrip(OptionalInt tick) {
        Optional<Curve> curve = edit.curveProperty().get().filter(_ -> tick.isPresent() && inView(tick.getAsInt()));
        grip.setVisible(curve.isPresent());
        reach.setVisible(curve.isPresent());
        curve.ifPresent(before -> {
            int at = tick.getAsInt();
            float value = edit.previewProperty().get().filter(now -> now.covers(at)).orElse(before).at(at);
            grip.setCenterX(x(at));
            grip.setCenterY(timeline.rows().steerY(value));
            double from = Math.max(0, x(at - gesture.reachTicks()));
            reach.setX(from);
            reach.setY(row.getY());
            reach.setWidth(Math.min(row.getWidth(), x(at + gesture.reachTicks())) - from);
            reach.setHeight(row.getHeight());
        });
    }

    private double x(double tick) {
        return timeline.scaleProperty().get().x(tick);
    }

    private boolean inView(double tick) {
        return x(tick) >= 0 && x(tick) <= timeline.scaleProperty().get().width();
    }

    private void trace(Polyline line, Optional<Curve> curve) {
        line.getPoints().clear();
        curve.ifPresent(now -> {
            for (int tick = now.range().from(); tick < now.range().to(); tick++) {
                if (inView(tick)) {
                    line.getPoints().addAll(x(tick), timeline.rows().steerY(now.at(tick)));
                }
            }
        });
    }

    private Polygon diamond(KeyFrame key) {
        double x = x(key.tick());
        double y = timeline.rows().steerY(key.value());
        Polygon diamond = new Polygon(x, y - DIAMOND, x + DIAMOND, y, x, y + DIAMOND, x - DIAMOND, y);
        diamond.getStyleClass().add("edit-key");
        return diamond;
    }
}
