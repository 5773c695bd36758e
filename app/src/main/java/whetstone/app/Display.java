package whetstone.app;

import java.util.Map;

/** Whether a window can be shown. */
final class Display {
    private Display() {}

    /**
     * @param system value of the property os.name
     * @param platform value of the property glass.platform; JavaFX's headless platform needs no display
     */
    static boolean isPresent(String system, Map<String, String> environment, String platform) {
        boolean needsServer = !system.startsWith("Windows") && !system.startsWith("Mac") && !platform.equals("Headless");
        return !needsServer || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
