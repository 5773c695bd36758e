package whetstone.labelling.input;

import java.util.List;

/**
 * A steering device.
 *
 * @param name as the system tells it; also the key under which its mapping is saved
 * @param kind STICK (a wheel, joystick or gamepad), MOUSE or KEYBOARD
 * @param axes names in order
 * @param buttons names in order, at most 64
 */
public record StickDescription(String name, Kind kind, List<String> axes, List<String> buttons) {
    /** What sort of device it is. */
    public enum Kind { STICK, MOUSE, KEYBOARD }

    public StickDescription {
        axes = List.copyOf(axes);
        buttons = List.copyOf(buttons);
        if (buttons.size() > 64) {
            throw new IllegalArgumentException("'" + name + "' has " + buttons.size() + " buttons; 64 can be read");
        }
    }
}
