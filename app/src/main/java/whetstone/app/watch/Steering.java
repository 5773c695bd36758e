package whetstone.app.watch;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What the person wants to steer, by stick, mouse or arrow keys. Mouse and keys are told on the FX thread, everything is read on the
 * drive thread: each value is one volatile field.
 */
final class Steering {
    /** A stick that has moved this far from where it rested means to take over. */
    private static final double TAKES_OVER = 0.12;
    /** Full lock of an arrow key is reached in half a second. */
    private static final double KEY_RATE = 2;

    private final Supplier<OptionalDouble> stick;
    private volatile double mouse = Double.NaN;
    private volatile int key;
    private double keyed;
    private double resting;

    /** @param stick the steering command of the stick at hand in [-1, 1], right positive; empty where there is none; any thread */
    Steering(Supplier<OptionalDouble> stick) {
        this.stick = stick;
    }

    /** The mouse is pulled to a command in [-1, 1]. FX thread. */
    void pull(double steer) {
        mouse = Math.clamp(steer, -1, 1);
    }

    /** The mouse was let go. FX thread. */
    void letGo() {
        mouse = Double.NaN;
    }

    /** An arrow key is held: -1 left, 1 right, 0 neither. FX thread. */
    void hold(int direction) {
        key = direction;
    }

    /** From here on only a new movement takes over. Drive thread. */
    void rest() {
        resting = stick.get().orElse(0);
        keyed = 0;
    }

    /** Whether the person moves something. Drive thread. */
    boolean moved() {
        return !Double.isNaN(mouse) || key != 0 || Math.abs(stick.get().orElse(resting) - resting) > TAKES_OVER;
    }

    /** The wanted command in [-1, 1] after {@code seconds} more: mouse before keys before stick. Drive thread. */
    double steer(double seconds) {
        int held = key;
        double wanted = held;
        double step = KEY_RATE * seconds;
        keyed = keyed < wanted ? Math.min(wanted, keyed + step) : Math.max(wanted, keyed - step);
        double pulled = mouse;
        if (!Double.isNaN(pulled)) {
            return pulled;
        }
        return held != 0 || keyed != 0 ? keyed : Math.clamp(stick.get().orElse(0), -1, 1);
    }
}
