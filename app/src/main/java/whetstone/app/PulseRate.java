package whetstone.app;

/**
 * How often a second JavaFX lays out and draws what changed. 120 instead of its usual 60: a movement of the stick waits half as long for its
 * pulse, which brings stick to pixel inside one frame of a 60 Hz screen. Where nothing moves JavaFX has no pulses at all, so it costs
 * nothing at rest.
 */
final class PulseRate {
    /** Read by JavaFX when it starts. */
    private static final String PROPERTY = "javafx.animation.pulse";
    private static final String HERTZ = "120";

    private PulseRate() {}

    /** To be called before JavaFX starts; a rate given on the command line stays. */
    static void raise() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, HERTZ);
        }
    }
}
