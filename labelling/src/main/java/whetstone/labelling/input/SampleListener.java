package whetstone.labelling.input;

/** Told every sample of the stick, and every poll, on the polling thread: must be quick. */
public interface SampleListener {
    /** @param values in the order of the action's spec, inside its bounds; owned by the listener */
    void sample(long nanos, float[] values);

    /** A round of polling is over, whether or not anything moved. */
    default void polled(long now) {}

    /** The device is gone; nothing more comes from it. */
    default void unplugged(long now) {}
}
