package whetstone.labelling.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.Stroke;
import whetstone.labelling.calibration.Calibration;

/**
 * What a dataset tells of its experts and their devices, as far as {@link Trust} asks: how well they repeat themselves, how widely
 * their reaction lag spreads, how finely their sticks tell steering apart. Immutable once made.
 */
public final class TrustEvidence {
    /** Before anything is known: the error of one label, and how many repeated clips that guess is worth. */
    private static final double USUAL_ERROR = 0.08;
    private static final double WORTH_OF_USUAL = 5;
    /**
     * Standard deviation of when a hand that was not calibrated answers, in seconds of its own time: its lag, a quarter of a second as a
     * rule (Nguyen and Benderius 2024), was not taken out.
     */
    private static final double UNCALIBRATED_SECONDS = 0.25;
    private static final double LEAST_SPREAD_SECONDS = 0.02;

    /** Knows nothing of anyone. */
    public static final TrustEvidence NONE = new TrustEvidence(Repeatability.NONE, List.of(), new DeviceSteps());

    private final Repeatability repeats;
    private final List<Calibration> calibrations;
    private final DeviceSteps devices;
    private final Map<String, Double> variances = new HashMap<>();

    TrustEvidence(Repeatability repeats, List<Calibration> calibrations, DeviceSteps devices) {
        this.repeats = repeats;
        this.calibrations = List.copyOf(calibrations);
        this.devices = devices;
        repeats.withThemselves().forEach((expert, agreement) -> variances.put(expert, shrunk(agreement)));
    }

    /** Reads every stroke of rollouts not deleted, and what {@link Repeatability} reads. Any thread. */
    public static TrustEvidence of(Dataset dataset) {
        DeviceSteps devices = new DeviceSteps();
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.labelled() > 0) {
                strokes(dataset.journal(summary.id())).forEach(devices::add);
            }
        }
        return new TrustEvidence(Repeatability.of(dataset), dataset.experts().calibrations(), devices);
    }

    private static List<Stroke> strokes(List<JournalEntry> journal) {
        List<Stroke> strokes = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (JournalEntry entry : journal) {
            if (entry instanceof JournalEntry.Labelled labelled && labelled.label() instanceof Label.Correction correction
                    && seen.add(correction.stroke().id())) {
                strokes.add(correction.stroke());
            }
        }
        return strokes;
    }

    /** The usual variance drawn towards what was measured, the more the more clips there are. */
    private static double shrunk(Agreement agreement) {
        double measured = agreement.errorOfOne() * agreement.errorOfOne();
        return (WORTH_OF_USUAL * usual() + agreement.clips() * measured) / (WORTH_OF_USUAL + agreement.clips());
    }

    private static double usual() {
        return USUAL_ERROR * USUAL_ERROR;
    }

    /** Variance of one label of an expert, in steering commands squared. */
    double variance(String expert) {
        return variances.getOrDefault(expert, usual());
    }

    /** Blind repeats in one rollout. */
    List<Comparison> comparisons(long rollout) {
        return repeats.comparisons().stream().filter(one -> one.rollout() == rollout).toList();
    }

    /** Standard deviation of when a stroke's hand answers, seconds of its own time: calibrated at the speed nearest to this one, or not. */
    double lagSpread(Stroke stroke, double speed) {
        ToDoubleFunction<Calibration> distance = one -> Math.abs(Math.log(one.speed() / Math.max(speed, 1e-3)));
        return calibrations.stream().filter(one -> one.expert().equals(stroke.expert()) && one.device().equals(stroke.device()))
                .reduce((before, next) -> distance.applyAsDouble(next) <= distance.applyAsDouble(before) ? next : before)
                .map(one -> Math.max(LEAST_SPREAD_SECONDS, one.lagSpreadSeconds())).orElse(UNCALIBRATED_SECONDS);
    }

    /** How finely a stroke's device tells steering apart; empty where that is not known. */
    OptionalDouble deviceStep(Stroke stroke) {
        return devices.step(stroke.device());
    }
}
