package whetstone.app.controller;

import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.input.DeviceCheck;
import whetstone.labelling.input.StickSample;

/** One test of an axis: gathers what the device reads for some seconds, then says what it is good for. Clock of {@code nanoTime}. */
final class DeviceTest {
    private static final double NANOS = 1e9;
    /** Less travel than this share was no sweep from end to end: it says nothing about the device. */
    private static final double WHOLE_SWEEP = 0.6;

    private final Kind kind;
    private final int axis;
    private final long startNanos;
    private final List<StickSample> samples = new ArrayList<>();

    /** What is tested, and for how long. */
    enum Kind {
        /** The device is left alone: where it rests and how much it wavers. */
        REST(3),
        /** The axis is moved from end to end: how many positions it tells apart. */
        SWEEP(6);

        private final double seconds;

        Kind(double seconds) {
            this.seconds = seconds;
        }
    }

    /** How a test stands. */
    sealed interface Standing {
        record None() implements Standing {}

        /** @param share done, 0 to 1 */
        record Running(Kind kind, double share) implements Standing {}

        record Rested(DeviceCheck.Drift drift) implements Standing {}

        record TooShort(double travel) implements Standing {}

        record Fine(int levels, double travel) implements Standing {}

        record Refused(String sentence) implements Standing {}
    }

    DeviceTest(Kind kind, int axis, long startNanos) {
        this.kind = kind;
        this.axis = axis;
        this.startNanos = startNanos;
    }

    /** Takes what the device reads now. */
    void take(StickSample sample) {
        samples.add(sample);
    }

    Standing standing(long nanos, String device) {
        double share = (nanos - startNanos) / NANOS / kind.seconds;
        if (share < 1 || samples.isEmpty()) {
            return new Standing.Running(kind, Math.clamp(share, 0, 1));
        }
        return switch (kind) {
            case REST -> new Standing.Rested(DeviceCheck.drift(samples, axis).orElseThrow());
            case SWEEP -> swept(device);
        };
    }

    private Standing swept(String device) {
        double travel = DeviceCheck.travel(samples, axis);
        if (travel < WHOLE_SWEEP) {
            return new Standing.TooShort(travel);
        }
        int levels = DeviceCheck.levels(samples, axis);
        return DeviceCheck.refusal(device, levels).<Standing>map(Standing.Refused::new)
                .orElseGet(() -> new Standing.Fine(levels, travel));
    }
}
