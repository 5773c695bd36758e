package whetstone.labelling.input;

import java.util.List;
import java.util.Optional;

/** What a device is good for, judged by its own samples: pure functions. */
public final class DeviceCheck {
    /** With fewer levels than this over its whole travel an axis can't say how far to steer. */
    public static final int FEWEST_LEVELS = 16;

    private DeviceCheck() {}

    /**
     * How quietly an axis rests.
     *
     * @param offset mean reading at rest
     * @param spread largest distance from the mean
     */
    public record Drift(double offset, double spread) {
        /** The dead zone that swallows this drift with a half as much again to spare, at most 0.5. */
        public double suggestedDeadZone() {
            return Math.min(0.5, 1.5 * spread);
        }
    }

    /** Drift of an axis over samples taken while the device was left alone; empty without samples. */
    public static Optional<Drift> drift(List<StickSample> atRest, int axis) {
        if (atRest.isEmpty()) {
            return Optional.empty();
        }
        double mean = atRest.stream().mapToDouble(sample -> sample.axis(axis)).average().orElseThrow();
        double spread = atRest.stream().mapToDouble(sample -> Math.abs(sample.axis(axis) - mean)).max().orElseThrow();
        return Optional.of(new Drift(mean, spread));
    }

    /** Number of different readings of an axis while it was swept from end to end. */
    public static int levels(List<StickSample> sweep, int axis) {
        return (int) sweep.stream().map(sample -> sample.axis(axis)).distinct().count();
    }

    /** Share of its travel of 2 that an axis covered while it was swept, 0 to 1. */
    public static double travel(List<StickSample> sweep, int axis) {
        var readings = sweep.stream().mapToDouble(sample -> sample.axis(axis)).summaryStatistics();
        return sweep.isEmpty() ? 0 : (readings.getMax() - readings.getMin()) / 2;
    }

    /** Why a device with so many levels may not give continuous labels; empty where it may. */
    public static Optional<String> refusal(String device, int levels) {
        return levels >= FEWEST_LEVELS ? Optional.empty() : Optional.of("'" + device + "' tells only " + levels
                + " steering positions apart, too few to say how far to steer. Choose another axis or device; mouse and keyboard work as well.");
    }
}
