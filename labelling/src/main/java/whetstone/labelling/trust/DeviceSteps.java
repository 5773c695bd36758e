package whetstone.labelling.trust;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import whetstone.labelling.Stroke;

/**
 * How finely each device tells steering apart, judged by the samples of all its strokes: the mean distance between different readings.
 * Keys held left or right give 1, a wheel a few thousandths. Not for several threads at once.
 */
final class DeviceSteps {
    /** With fewer samples a good stick may have shown two positions only. */
    private static final int FEWEST_SAMPLES = 100;
    private static final double LEAST_TRAVEL = 0.25;
    /** Finer readings are counted as one: no hand steers by them. */
    private static final double FINEST = 1 / 512.0;

    private final Map<String, Readings> devices = new HashMap<>();

    private static final class Readings {
        private final TreeSet<Long> different = new TreeSet<>();
        private int samples;
    }

    void add(Stroke stroke) {
        if (stroke.origin() == Stroke.Origin.DRAWN) {
            return;
        }
        Readings readings = devices.computeIfAbsent(stroke.device(), _ -> new Readings());
        int steer = stroke.action().indexOf("steer");
        for (int i = 0; i < stroke.samples().size(); i++) {
            readings.different.add(Math.round(stroke.samples().value(i, steer) / FINEST));
        }
        readings.samples += stroke.samples().size();
    }

    /** Distance between two positions that the device tells apart, up to 2; empty where too little was seen of it. */
    OptionalDouble step(String device) {
        Readings readings = devices.get(device);
        if (readings == null || readings.samples < FEWEST_SAMPLES || readings.different.size() < 2) {
            return OptionalDouble.empty();
        }
        double travel = (readings.different.last() - readings.different.first()) * FINEST;
        return travel < LEAST_TRAVEL ? OptionalDouble.empty() : OptionalDouble.of(travel / (readings.different.size() - 1));
    }
}
