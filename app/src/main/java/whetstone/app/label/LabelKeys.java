package whetstone.app.label;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which key says what on the Label screen. FX thread. */
final class LabelKeys {
    private static final int MANY_TICKS = 10;
    private static final Set<KeyCode> STEERING = EnumSet.of(KeyCode.J, KeyCode.L);

    private final Map<KeyCode, Runnable> plain = new HashMap<>();
    private final Map<KeyCode, Runnable> shifted = new HashMap<>();
    /** Brackets are found by character too: on many keyboards they are no keys of their own. */
    private final Map<String, Runnable> byCharacter;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private final IntConsumer steer;

    /**
     * @param trials of the clip in view
     * @param camera opens the camera's profile
     * @param steer takes the direction of the steering keys held: -1 (J), 0 or 1 (L); the arrows step
     */
    LabelKeys(LabelModel model, Trials trials, Runnable camera, IntConsumer steer) {
        this.steer = steer;
        Player player = model.player();
        both(KeyCode.SPACE, player::playOrPause);
        both(KeyCode.R, model::recordOrStop);
        plain.put(KeyCode.A, model::approve);
        both(KeyCode.X, model::reject);
        both(KeyCode.UP, player::faster);
        both(KeyCode.DOWN, player::slower);
        both(KeyCode.HOME, player::toStart);
        both(KeyCode.END, player::toEnd);
        both(KeyCode.ESCAPE, () -> {
            model.marks().clear();
            trials.close();
        });
        plain.put(KeyCode.T, trials::tryLabels);
        shifted.put(KeyCode.T, trials::tryPolicy);
        both(KeyCode.ENTER, model::next);
        plain.put(KeyCode.C, model::compare);
        shifted.put(KeyCode.C, camera);
        plain.put(KeyCode.OPEN_BRACKET, model::markFrom);
        plain.put(KeyCode.CLOSE_BRACKET, model::markTo);
        plain.put(KeyCode.Z, model::undo);
        shifted.put(KeyCode.Z, model::redo);
        plain.put(KeyCode.LEFT, () -> player.stepBy(-1));
        shifted.put(KeyCode.LEFT, () -> player.stepBy(-MANY_TICKS));
        plain.put(KeyCode.RIGHT, () -> player.stepBy(1));
        shifted.put(KeyCode.RIGHT, () -> player.stepBy(MANY_TICKS));
        byCharacter = Map.of("[", model::markFrom, "]", model::markTo);
    }

    private void both(KeyCode key, Runnable verb) {
        plain.put(key, verb);
        shifted.put(key, verb);
    }

    /** Does what the key says and consumes it; leaves every other key alone. */
    void pressed(KeyEvent key) {
        if (STEERING.contains(key.getCode()) && !key.isShortcutDown()) {
            held.add(key.getCode());
            steer();
            key.consume();
        } else if (!key.isShortcutDown()) {
            Map<KeyCode, Runnable> verbs = key.isShiftDown() ? shifted : plain;
            Optional.ofNullable(byCharacter.get(key.getText())).or(() -> Optional.ofNullable(verbs.get(key.getCode()))).ifPresent(verb -> {
                verb.run();
                key.consume();
            });
        }
    }

    void released(KeyEvent key) {
        if (held.remove(key.getCode())) {
            steer();
            key.consume();
        }
    }

    private void steer() {
        steer.accept((held.contains(KeyCode.L) ? 1 : 0) - (held.contains(KeyCode.J) ? 1 : 0));
    }
}
