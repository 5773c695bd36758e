package whetstone.labelling.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The calibrations of a dataset, and which of them holds for a stroke: of the same expert with the same device, for each speed the one
 * nearest in time; between two calibrated speeds what lies between them on a logarithmic scale, outside them the nearest. Immutable.
 */
public final class Calibrations {
    public static final Calibrations NONE = new Calibrations(List.of());

    private final List<Calibration> all;

    public Calibrations(List<Calibration> all) {
        this.all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What holds for an expert and a device at a speed of playback above 0; empty where he never was measured with it. */
    public Optional<Calibration> at(String expert, String device, double speed, Instant when) {
        TreeMap<Double, Calibration> bySpeed = bySpeed(expert, device, when);
        Map.Entry<Double, Calibration> below = bySpeed.floorEntry(speed);
        Map.Entry<Double, Calibration> above = bySpeed.ceilingEntry(speed);
        if (below == null || above == null) {
            return Optional.ofNullable(below == null ? above : below).map(Map.Entry::getValue);
        }
        return Optional.of(between(below.getValue(), above.getValue(), speed));
    }

    /** What was measured of an expert with a device and holds at a time: one for each speed, the fastest first. */
    public List<Calibration> of(String expert, String device, Instant when) {
        return List.copyOf(bySpeed(expert, device, when).descendingMap().values());
    }

    private TreeMap<Double, Calibration> bySpeed(String expert, String device, Instant when) {
        TreeMap<Double, Calibration> bySpeed = new TreeMap<>();
        for (Calibration calibration : all) {
            if (calibration.expert().equals(expert) && calibration.device().equals(device)) {
                bySpeed.merge(calibration.speed(), calibration, (one, other) -> nearer(one, other, when));
            }
        }
        return bySpeed;
    }

    private static Calibration nearer(Calibration one, Calibration other, Instant when) {
        return Comparator.comparing((Calibration calibration) -> Duration.between(calibration.at(), when).abs())
                .compare(one, other) < 0 ? one : other;
    }

    private static Calibration between(Calibration slow, Calibration fast, double speed) {
        if (slow.speed() == fast.speed()) {
            return slow;
        }
        double share = Math.log(speed / slow.speed()) / Math.log(fast.speed() / slow.speed());
        return new Calibration(0, slow.expert(), slow.device(), speed, mix(slow.lagSeconds(), fast.lagSeconds(), share),
                mix(slow.lagSpreadSeconds(), fast.lagSpreadSeconds(), share), mix(slow.gain(), fast.gain(), share),
                mix(slow.bias(), fast.bias(), share), mix(slow.peak(), fast.peak(), share), slow.at().isAfter(fast.at()) ? slow.at() : fast.at());
    }

    private static double mix(double slow, double fast, double share) {
        return slow + share * (fast - slow);
    }
}
