package whetstone.labelling.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.input.DeviceCheck;

/**
 * Reads an expert's lag and gain from how the hand followed a {@link PursuitTarget}: the lag is where the derivatives of hand and target
 * correlate most, between 0 and 0.8 s, with the peak placed between samples by a parabola; the smooth course alone is cross-checked with
 * the jumps; gain and bias are the straight line from the target, shifted by the lag, to the hand where it is not at the end of its
 * travel. The lag is all that a label is late by: reaction, and the delay of the arm's low-pass in the target's band. What can't be
 * relied on is refused. Why so: docs/decisions/0006. Pure; any thread.
 */
public final class LagEstimator {
    static final double MOST_LAG = 0.8;
    static final double LEAST_PEAK = 0.3;
    private static final double LEAST_SAMPLES_A_SECOND = 8;
    private static final double LEAST_MOVEMENT = 0.05;
    private static final double MOST_STEP_DIFFERENCE = 0.2;
    /** Wide: a hand's noise lies where the course has nothing, and the peak was found best so (0.07 to 0.5 s tried on 200 sessions). */
    private static final double SMOOTHING_SECONDS = 0.4;
    private static final double WINDOW_SECONDS = 5;
    private static final double STEP_SMOOTHING_SECONDS = 0.03;
    /** A correlation below this means that the axis is turned around, rather than that nothing was followed. */
    private static final double AGAINST = -0.6;

    private final PursuitTarget target;
    private final UniformSignal course;
    private final UniformSignal hand;
    private final UniformSignal courseChange;
    private final UniformSignal handChange;
    private final StrokeSamples samples;

    private LagEstimator(PursuitTarget target, StrokeSamples samples, long begin) {
        this.target = target;
        this.samples = samples;
        this.course = UniformSignal.sampled(target.seconds(), target::at);
        this.hand = UniformSignal.sampled(target.seconds(), seconds -> held(samples, begin + Math.round(seconds * 1e9)));
        this.courseChange = course.smoothed(SMOOTHING_SECONDS).derivative();
        this.handChange = hand.smoothed(SMOOTHING_SECONDS).derivative();
    }

    /**
     * @param samples of the stick, of which the first dimension steers
     * @param begin when the target began to move, on the samples' clock
     */
    public static LagEstimate estimate(PursuitTarget target, StrokeSamples samples, long begin) {
        return new LagEstimator(target, samples, begin).estimate();
    }

    private static double held(StrokeSamples samples, long nanos) {
        int index = samples.lastAtOrBefore(nanos);
        return samples.size() == 0 ? 0 : samples.value(Math.max(0, index), 0);
    }

    private LagEstimate estimate() {
        Peak peak = peak(0, UniformSignal.steps(target.seconds() - MOST_LAG) - 1);
        OptionalDouble step = stepLag();
        return faultOfTheStick().or(() -> faultOfThePeak(peak)).or(() -> faultOfTheSteps(step))
                .<LagEstimate>map(LagEstimate.Refused::new).orElseGet(() -> measured(peak, step.orElseThrow()));
    }

    private LagEstimate measured(Peak peak, double step) {
        int end = UniformSignal.steps(target.pursuitSeconds());
        UniformSignal.Line line = course.unclippedLine(hand, 0, end, UniformSignal.steps(peak.seconds));
        return line.slope() > 0
                ? new LagEstimate.Measured(peak.seconds, spread(end), line.slope(), line.offset(), Math.min(1, peak.height), step)
                : new LagEstimate.Refused("The stick's size did not follow the mark's: keep on the mark as well as you can, and try again.");
    }

    private Optional<String> faultOfTheStick() {
        if (samples.size() < LEAST_SAMPLES_A_SECOND * target.seconds()) {
            return sentence("The stick gave %d values in %.0f s, too few to measure with: check in the live view that it moves, and try again.",
                    samples.size(), target.seconds());
        }
        if (Math.sqrt(hand.variance(0, UniformSignal.steps(target.pursuitSeconds()))) < LEAST_MOVEMENT) {
            return sentence("The stick hardly moved while the mark did: follow the mark all the time, and try again.");
        }
        long levels = hand.levels();
        return levels < DeviceCheck.FEWEST_LEVELS ? sentence("The stick told only %d positions apart, too few to say how far to steer: "
                + "choose another axis or device, mouse and keyboard work as well, and try again.", levels) : Optional.empty();
    }

    private Optional<String> faultOfThePeak(Peak peak) {
        if (peak.height < LEAST_PEAK && peak.lowest < AGAINST) {
            return sentence("The stick went against the mark: check under Steering whether its axis is inverted, and try again.");
        }
        if (peak.height < LEAST_PEAK) {
            return sentence("The stick did not follow the mark closely enough (correlation %.2f, at least %.1f is needed): "
                    + "keep on the mark as well as you can, and try again.", peak.height, LEAST_PEAK);
        }
        return peak.atTheEdge ? sentence("The stick followed the mark by less than nothing or by more than %.1f s, which is no reaction: "
                + "follow the mark as it moves, without waiting and without guessing ahead, and try again.", MOST_LAG) : Optional.empty();
    }

    /** The smooth course alone, up to where its smoothing reaches into the jumps, must say about what the jumps say. */
    private Optional<String> faultOfTheSteps(OptionalDouble step) {
        if (step.isEmpty()) {
            return sentence("Most of the mark's jumps at the end were not followed: follow them too, as quickly as you can, and try again.");
        }
        double smooth = peak(0, UniformSignal.steps(target.pursuitSeconds() - MOST_LAG - 3 * SMOOTHING_SECONDS)).seconds;
        return Math.abs(step.getAsDouble() - smooth) > MOST_STEP_DIFFERENCE
                ? sentence("The smooth course says %.0f ms and the jumps say %.0f ms, too far apart to rely on: follow both alike, and try again.",
                        smooth * 1000, step.getAsDouble() * 1000) : Optional.empty();
    }

    private static Optional<String> sentence(String sentence, Object... values) {
        return Optional.of(String.format(Locale.ROOT, sentence, values));
    }

    /** Where the target's change from {@code from} to {@code to} correlates most with the hand's. */
    private Peak peak(int from, int to) {
        int most = UniformSignal.steps(MOST_LAG);
        double[] correlation = new double[most + 1];
        int highest = 0;
        for (int late = 0; late <= most; late++) {
            correlation[late] = courseChange.correlation(handChange, from, to, late);
            highest = correlation[late] > correlation[highest] ? late : highest;
        }
        double lowest = Arrays.stream(correlation).min().orElseThrow();
        boolean edge = highest == 0 || highest == most;
        double between = 0;
        if (!edge) {
            double before = correlation[highest - 1];
            double after = correlation[highest + 1];
            double bend = before - 2 * correlation[highest] + after;
            between = bend < 0 ? 0.5 * (before - after) / bend : 0;
        }
        return new Peak((highest + between) * UniformSignal.STEP_SECONDS, correlation[highest], lowest, edge);
    }

    /** Standard deviation of the lag over stretches of some seconds, each of which was followed well enough; by the median deviation. */
    private double spread(int end) {
        int window = UniformSignal.steps(WINDOW_SECONDS);
        List<Double> lags = new ArrayList<>();
        for (int from = 0; from + window <= end; from += window / 2) {
            Peak peak = peak(from, from + window);
            if (peak.height >= LEAST_PEAK && !peak.atTheEdge) {
                lags.add(peak.seconds);
            }
        }
        if (lags.size() < 2) {
            return 0;
        }
        double middle = median(lags);
        return 1.4826 * median(lags.stream().map(lag -> Math.abs(lag - middle)).toList());
    }

    /** Median time until half of a jump is answered; empty where most were not. */
    private OptionalDouble stepLag() {
        UniformSignal smooth = hand.smoothed(STEP_SMOOTHING_SECONDS);
        List<Double> lags = new ArrayList<>();
        for (PursuitTarget.Jump jump : target.jumps()) {
            int at = UniformSignal.steps(jump.seconds());
            int settled = Math.min(smooth.size(), at + UniformSignal.steps(1.2));
            double before = smooth.mean(Math.max(0, at - UniformSignal.steps(0.1)), at + 1);
            double after = smooth.mean(settled - UniformSignal.steps(0.2), settled);
            double answered = (after - before) / (jump.to() - jump.from());
            if (answered > 0.25) {
                crossing(smooth, at, settled, (before + after) / 2).ifPresent(lags::add);
            }
        }
        return lags.isEmpty() || lags.size() * 2 < target.jumps().size() ? OptionalDouble.empty() : OptionalDouble.of(median(lags));
    }

    private static OptionalDouble crossing(UniformSignal signal, int from, int to, double level) {
        for (int i = from; i + 1 < to; i++) {
            double here = signal.get(i) - level;
            double next = signal.get(i + 1) - level;
            if (here * next <= 0 && here != next) {
                return OptionalDouble.of((i + here / (here - next) - from) * UniformSignal.STEP_SECONDS);
            }
        }
        return OptionalDouble.empty();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private record Peak(double seconds, double height, double lowest, boolean atTheEdge) {}
}
