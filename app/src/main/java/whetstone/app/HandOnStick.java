package whetstone.app;

import java.util.function.DoubleSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Uses the screens as a person would, with keys and the mouse over the picture, for their screenshots. FX thread. */
final class HandOnStick {
    private static final Duration STEP = Duration.millis(20);

    private final Scene scene;

    HandOnStick(Scene scene) {
        this.scene = scene;
    }

    /** @param where selector of the node that gets the key */
    void press(String where, KeyCode key) {
        Node node = scene.lookup(where);
        if (node != null) {
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }

    /** @param button selector of the button that is pushed */
    void push(String button) {
        if (scene.lookup(button) instanceof ButtonBase found) {
            found.fire();
        }
    }

    /** @param field selector of the field that is filled in */
    void write(String field, String text) {
        if (scene.lookup(field) instanceof TextInputControl found) {
            found.setText(text);
        }
    }

    /** @param table selector of the table whose row is chosen */
    void select(String table, int row) {
        if (scene.lookup(table) instanceof TableView<?> found) {
            found.getSelectionModel().clearAndSelect(row);
        }
    }

    /** @param menu selector of the button with the menu */
    void choose(String menu, int item) {
        if (scene.lookup(menu) instanceof MenuButton found) {
            found.getItems().get(item).fire();
        }
    }

    /** @param box selector of the list from which is chosen; its last item where it has fewer */
    void pick(String box, int item) {
        if (scene.lookup(box) instanceof ComboBox<?> found) {
            found.getSelectionModel().clearAndSelect(Math.min(item, found.getItems().size() - 1));
        }
    }

    /** Swings gently from left to right over the picture for some time. */
    void swing(Duration time) {
        swing("#picture", time);
    }

    /** @param over selector of the node that the mouse moves over */
    void swing(String over, Duration time) {
        steer(over, time, () -> -0.45 * Math.cos(System.nanoTime() * 1.3e-9));
    }

    /** Steers over the picture. @param steering asked for at every move, in [-1, 1] */
    void steer(Duration time, DoubleSupplier steering) {
        steer("#picture", time, steering);
    }

    private void steer(String over, Duration time, DoubleSupplier steering) {
        move(over, steering.getAsDouble());
        Timeline moves = new Timeline(new KeyFrame(STEP, _ -> move(over, steering.getAsDouble())));
        moves.setCycleCount((int) (time.toMillis() / STEP.toMillis()));
        moves.play();
    }

    /** Sets key frames, marks a range and bends the curve, without letting go of the mouse. */
    void edit() {
        press(".label-screen", KeyCode.HOME);
        press(".label-screen", KeyCode.E);
        times(8, KeyCode.RIGHT);
        press(".label-screen", KeyCode.OPEN_BRACKET);
        times(22, KeyCode.RIGHT);
        press(".label-screen", KeyCode.CLOSE_BRACKET);
        press(".label-screen", KeyCode.K);
        times(8, KeyCode.RIGHT);
        press(".label-screen", KeyCode.K);
        mouse("#timeline", MouseEvent.MOUSE_PRESSED, 0.40, 0.5);
        mouse("#timeline", MouseEvent.MOUSE_DRAGGED, 0.30, 0.3);
        for (double along = 0.30; along < 0.45; along += 0.01) {
            mouse("#timeline", MouseEvent.MOUSE_DRAGGED, along, 0.3 + 0.2 * Math.sin(20 * along));
        }
    }

    void leaveEditing() {
        mouse("#timeline", MouseEvent.MOUSE_RELEASED, 0.45, 0.5);
        press(".label-screen", KeyCode.Z);
        times(2, KeyCode.ESCAPE);
    }

    void times(int count, KeyCode key) {
        for (int i = 0; i < count; i++) {
            press(".label-screen", key);
        }
    }

    private void mouse(String where, EventType<MouseEvent> what, double across, double down) {
        Node node = scene.lookup(where);
        if (node != null) {
            double x = node.getLayoutBounds().getWidth() * across;
            double y = node.getLayoutBounds().getHeight() * down;
            Point2D at = node.localToScene(x, y);
            Event.fireEvent(node, new MouseEvent(what, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                    false, false, true, false, false, false, false, false, null));
        }
    }

    private void move(String over, double across) {
        Node picture = scene.lookup(over);
        if (picture != null) {
            Point2D at = picture.localToScene(picture.getLayoutBounds().getWidth() * (across + 1) / 2,
                    picture.getLayoutBounds().getHeight() / 2);
            Event.fireEvent(picture, new MouseEvent(MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.NONE, 0, false, false, false, false,
                    false, false, false, false, false, false, null));
        }
    }
}
