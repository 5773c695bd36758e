package whetstone.app;

import javafx.application.Platform;

/**
 * How often a second JavaFX lays out and draws what changed: 120 times instead of its usual 60. A movement of the stick waits half as long
 * for its pulse, which brings stick to pixel inside one frame of a 60 Hz screen. At rest JavaFX has no pulses, so there it costs nothing.
 */
final class PulseRate {
    /** Read by JavaFX when its toolkit starts. */
    private static final String PROPERTY = "javafx.animation.pulse";
    private static final String HERTZ = "120";

    private PulseRate() {}

    /**
     * Starts JavaFX at this rate; one that was given on the command line stays.
     *
     * @param then run on the FX thread when it has started
     */
    static void startUp(Runnable then) {
        boolean given = System.getProperty(PROPERTY) != null;
        if (!given) {
            System.setProperty(PROPERTY, HERTZ);
        }
        Platform.startup(() -> {
            if (!given) {
                // Its animations print a line to the terminal where they find the property; the toolkit has read it by now.
                System.clearProperty(PROPERTY);
            }
            then.run();
        });
    }
}
