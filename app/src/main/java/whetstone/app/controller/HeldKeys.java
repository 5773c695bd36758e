package whetstone.app.controller;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import whetstone.labelling.input.KeyboardStick;

/** Which arrow keys are held down now; two opposite ones are none. FX thread. */
final class HeldKeys {
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final KeyboardStick keyboard;

    HeldKeys(KeyboardStick keyboard) {
        this.keyboard = keyboard;
    }

    void hold(KeyCode arrow, boolean pressed) {
        if (pressed) {
            down.add(arrow);
        } else {
            down.remove(arrow);
        }
        keyboard.hold(one(KeyCode.RIGHT) - one(KeyCode.LEFT), one(KeyCode.UP) - one(KeyCode.DOWN));
    }

    /** The window is left: a key released elsewhere is never told. */
    void letGo() {
        down.clear();
        keyboard.hold(0, 0);
    }

    private int one(KeyCode key) {
        return down.contains(key) ? 1 : 0;
    }
}
