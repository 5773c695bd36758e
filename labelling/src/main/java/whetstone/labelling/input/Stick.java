package whetstone.labelling.input;

import java.util.List;

/** The seam to steering hardware: a wheel, joystick, gamepad, the mouse or the keyboard. Polled by the drive thread only. */
public interface Stick extends AutoCloseable {
    StickDescription description();

    /** What happened since the last call, oldest first; the last sample is the present state. */
    Reading poll();

    @Override
    default void close() {}

    /** The outcome of a poll. */
    sealed interface Reading {
        /** Empty where nothing moved. */
        record Samples(List<StickSample> samples) implements Reading {
            public Samples {
                samples = List.copyOf(samples);
            }
        }

        /** The device is gone; what came before it went was already given. */
        record Unplugged() implements Reading {}
    }
}
