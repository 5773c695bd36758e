package whetstone.app.label;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which key says what while labels are edited; E begins it, shift and A approve the rest at any time. FX thread. */
final class EditKeys {
    private final EditModel edit;
    private final Map<KeyCode, Runnable> byCode = new HashMap<>();
    /** By character, as these lie elsewhere on every keyboard. */
    private final Map<String, Runnable> byCharacter;

    EditKeys(EditModel edit) {
        this.edit = edit;
        byCode.put(KeyCode.ESCAPE, edit::escape);
        byCode.put(KeyCode.S, edit::smooth);
        byCode.put(KeyCode.ADD, edit::stronger);
        byCode.put(KeyCode.SUBTRACT, edit::weaker);
        byCode.put(KeyCode.PAGE_UP, () -> edit.steerBy(1));
        byCode.put(KeyCode.PAGE_DOWN, () -> edit.steerBy(-1));
        byCode.put(KeyCode.M, edit::mirror);
        byCode.put(KeyCode.K, edit::keyFrame);
        byCode.put(KeyCode.DELETE, edit::removeKeyFrame);
        byCode.put(KeyCode.BACK_SPACE, edit::removeKeyFrame);
        byCode.put(KeyCode.I, edit::interpolate);
        byCharacter = Map.of("+", edit::stronger, "=", edit::stronger, "-", edit::weaker,
                ",", () -> edit.shiftBy(-1), ".", () -> edit.shiftBy(1));
    }

    /** Does what the key says. @return whether it said something here */
    boolean pressed(KeyEvent key) {
        Optional<Runnable> verb = key.isShortcutDown() ? Optional.empty() : verb(key);
        verb.ifPresent(says -> {
            says.run();
            key.consume();
        });
        return verb.isPresent();
    }

    private Optional<Runnable> verb(KeyEvent key) {
        if (key.getCode() == KeyCode.E) {
            return Optional.of(edit::toggle);
        }
        if (key.getCode() == KeyCode.A && key.isShiftDown()) {
            return Optional.of(edit::approveTheRest);
        }
        return edit.editingProperty().get()
                ? Optional.ofNullable(byCharacter.get(key.getText())).or(() -> Optional.ofNullable(byCode.get(key.getCode())))
                : Optional.empty();
    }
}
