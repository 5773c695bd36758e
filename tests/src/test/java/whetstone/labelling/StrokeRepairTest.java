package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.LagEstimator;
import whetstone.labelling.calibration.PursuitTarget;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.labelling.study.HumanParameters;
import whetstone.labelling.study.SimulatedHuman;
import whetstone.model.ActionSpec;

class StrokeRepairTest {
    private static final double RATE = 30;
    private static final int LENGTH = 300;
    private static final TickRange ALL = new TickRange(0, LENGTH);

    @Property(tries = 50)
    void aRampThatIsLateIsRepairedToWhatWasMeant(@ForAll @DoubleRange(min = 0, max = 0.8) double lag,
                                                 @ForAll @DoubleRange(min = 0.05, max = 2) double speed,
                                                 @ForAll @DoubleRange(min = 0.6, max = 1.6) double gain) {
        double slope = 0.3;
        double seconds = 4 / speed;
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, speed)), seconds,
                nanos -> gain * slope * (nanos * 1e-9 - lag) / seconds + 0.05);
        StrokeTicks repaired = repair(speed, lag, gain, 0.05).repaired(stroke, ALL);
        // A picture stays for a tick: what is meant for it is what is meant in the middle of that time.
        for (int tick = 1; (tick + 1) / RATE / speed < seconds - lag - 0.01; tick++) {
            assertThat(repaired.action(tick).orElseThrow().steer())
                    .isCloseTo((float) (slope * (tick + 0.5) / RATE / speed / seconds), within(2e-3f));
        }
    }

    @Property(tries = 50)
    void repairLabelsTheTicksThatTheRawStrokeLabels(@ForAll @DoubleRange(min = 0, max = 0.8) double lag,
                                                    @ForAll @DoubleRange(min = 0.05, max = 4) double speed) {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 3.5, speed), new PlaybackSegment(500_000_000, 80, 0),
                new PlaybackSegment(1_500_000_000L, 20, speed)), 2, _ -> 0.1);
        assertThat(repair(speed, lag, 1, 0).repaired(stroke, ALL).ticks()).isEqualTo(StrokeTicks.of(stroke, ALL).ticks());
    }

    @Test
    void expertWhoWasNeverMeasuredKeepsHisLabels() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 1)), 3, nanos -> Math.sin(nanos * 3e-9));
        StrokeRepair ofAnother = StrokeRepair.with(new Calibrations(List.of(calibration("somebody else", 1, 0.3, 1, 0))));
        assertThat(actions(ofAnother.repaired(stroke, ALL))).isEqualTo(actions(StrokeTicks.of(stroke, ALL)));
    }

    @Test
    void whatWasDrawnIsNotRepaired() {
        Stroke given = stroke(List.of(new PlaybackSegment(0, 0, 1)), 3, nanos -> Math.sin(nanos * 3e-9));
        Stroke drawn = new Stroke(0, 1, given.expert(), given.device(), given.startedAt(), RATE, given.action(), given.playback(),
                given.samples(), Stroke.Origin.DRAWN);
        assertThat(actions(repair(1, 0.3, 1.5, 0).repaired(drawn, ALL))).isEqualTo(actions(StrokeTicks.of(drawn, ALL)));
    }

    @Test
    void onAFrameThatWasStoppedOnLongEnoughTheEndOfTheStopCounts() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 10, 0), new PlaybackSegment(2_000_000_000L, 11, 0)), 4,
                nanos -> nanos < 1_900_000_000L ? 0 : nanos < 3_900_000_000L ? 0.5 : -0.5);
        StrokeTicks repaired = repair(0.25, 0.3, 1, 0).repaired(stroke, ALL);
        assertThat(repaired.action(10).orElseThrow().steer()).isCloseTo(0.5f, within(1e-6f));
        assertThat(repaired.action(11).orElseThrow().steer()).isCloseTo(-0.5f, within(1e-6f));
    }

    @Test
    void afterAJumpTheFirstAnswersBelongToThePlaceBefore() {
        // Until 1.3 s the hand answers tick 29, seen until 1 s; then it answers tick 200, seen from 1 s on.
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 1), new PlaybackSegment(1_000_000_000L, 200, 1)), 3,
                nanos -> nanos < 1_300_000_000L ? -0.6 : 0.6);
        StrokeTicks repaired = repair(1, 0.3, 1, 0).repaired(stroke, ALL);
        assertThat(repaired.action(24).orElseThrow().steer()).isCloseTo(-0.6f, within(1e-6f));
        assertThat(repaired.action(205).orElseThrow().steer()).isCloseTo(0.6f, within(1e-6f));
    }

    @Test
    void noAnswerFromBeforeAJumpIsMixedIntoTheFirstTickBehindIt() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 0.25), new PlaybackSegment(1_000_000_000L, 200, 0.25)), 3,
                nanos -> nanos < 1_300_000_000L ? -0.6 : 0.6);
        StrokeTicks repaired = repair(1, 0.3, 1, 0).repaired(stroke, ALL);
        assertThat(repaired.action(7).orElseThrow().steer()).isCloseTo(-0.6f, within(1e-6f));
        assertThat(repaired.action(200).orElseThrow().steer()).isCloseTo(0.6f, within(1e-6f));
    }

    @Test
    void behindTheStrokesEndItsLastValueHolds() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 1)), 1, nanos -> nanos * 0.5e-9);
        assertThat(repair(1, 0.3, 1, 0).repaired(stroke, ALL).action(29).orElseThrow().steer()).isEqualTo(0.5f);
    }

    @Test
    void whatWasMeantStaysInsideTheBounds() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 1)), 2, _ -> 0.9);
        assertThat(repair(1, 0.3, 0.6, 0).repaired(stroke, ALL).action(20).orElseThrow().steer()).isEqualTo(1);
    }

    @Test
    void theThrottleIsShiftedOnly() {
        Stroke steered = stroke(List.of(new PlaybackSegment(0, 0, 1)), 2, nanos -> nanos < 1_000_000_000L ? 0.2 : 0.4);
        float[] both = new float[steered.samples().size() * 2];
        long[] nanos = new long[steered.samples().size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = steered.samples().nanos(i);
            both[2 * i + 1] = steered.samples().value(i, 0);
        }
        Stroke stroke = new Stroke(0, 1, "E", "wheel", Instant.EPOCH, RATE, ActionSpec.STEER_AND_THROTTLE, steered.playback(),
                new StrokeSamples(2, nanos, both));
        StrokeTicks repaired = repair(1, 0.3, 1.5, 0).repaired(stroke, ALL);
        assertThat(repaired.action(19).orElseThrow().get("throttle")).isEqualTo(0.2f);
        assertThat(repaired.action(22).orElseThrow().get("throttle")).isEqualTo(0.4f);
    }

    @Test
    void aCorrectionIsFadedIntoTheOlderOneAroundIt() {
        Stroke older = stroke(List.of(new PlaybackSegment(0, 0, 1)), 4, _ -> 0.8);
        Stroke newer = stroke(List.of(new PlaybackSegment(0, 0, 1)), 4, _ -> -0.8);
        LabelTrack track = LabelTrack.of(LENGTH, List.of(correction(1, ALL, older), correction(2, new TickRange(40, 60), newer)),
                repair(1, 0, 1, 0));
        float largest = 0;
        for (int tick = 35; tick < 65; tick++) {
            largest = Math.max(largest, Math.abs(track.correction(tick).orElseThrow().steer() - track.correction(tick - 1).orElseThrow().steer()));
        }
        assertThat(largest).isLessThan(0.6f);
        assertThat(track.correction(50).orElseThrow().steer()).isCloseTo(-0.8f, within(1e-6f));
        assertThat(track.raw(40).orElseThrow().steer()).isEqualTo(-0.8f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25})
    void repairBringsASimulatedHandNearerToWhatItMeant(double speed) {
        double raw = 0;
        double repaired = 0;
        int hands = 20;
        for (int i = 0; i < hands; i++) {
            double[] error = errors(HumanParameters.drawn(new Random(2_000 + i), true), speed, i);
            raw += error[0] / hands;
            repaired += error[1] / hands;
        }
        System.out.printf(Locale.ROOT, "simulated hand with feedback at %.2fx: label error raw %.3f, repaired %.3f%n", speed, raw, repaired);
        assertThat(repaired).isLessThan(0.6 * raw);
    }

    /** Root mean square errors of the raw and the repaired labels of one simulated human, calibrated for 30 s. */
    private static double[] errors(HumanParameters human, double speed, long seed) {
        Random random = new Random(seed);
        double[] phases = random.doubles(4, 0, 6.28).toArray();
        DoubleUnaryOperator wanted = tick -> 0.3 * Math.sin(2 * Math.PI * 0.15 * tick / RATE + phases[0])
                + 0.2 * Math.sin(2 * Math.PI * 0.4 * tick / RATE + phases[1]) + 0.12 * Math.sin(2 * Math.PI * 0.9 * tick / RATE + phases[2]);
        PursuitTarget target = new PursuitTarget(seed, 30, speed);
        StrokeSamples followed = given(human, 30, seconds -> target.at(seconds), seed);
        LagEstimate.Measured hand = (LagEstimate.Measured) LagEstimator.estimate(target, followed, 0);
        double seconds = LENGTH / RATE / speed;
        Stroke stroke = new Stroke(0, 1, "E", "wheel", Instant.EPOCH, RATE, ActionSpec.STEER, List.of(new PlaybackSegment(0, 0, speed)),
                given(human, seconds, time -> wanted.applyAsDouble(Math.floor(time * speed * RATE)), seed + 1));
        StrokeRepair repair = repair(speed, hand.lagSeconds(), hand.gain(), hand.bias());
        return new double[] {error(StrokeTicks.of(stroke, ALL), wanted), error(repair.repaired(stroke, ALL), wanted)};
    }

    private static double error(StrokeTicks ticks, DoubleUnaryOperator wanted) {
        return Math.sqrt(ticks.ticks().stream().mapToDouble(tick -> Math.pow(ticks.action(tick).orElseThrow().steer()
                - wanted.applyAsDouble(tick), 2)).average().orElseThrow());
    }

    private static StrokeSamples given(HumanParameters human, double seconds, DoubleUnaryOperator wanted, long seed) {
        long[] now = {0};
        SimulatedHuman hand = new SimulatedHuman("wheel", human, () -> wanted.applyAsDouble(now[0] * 1e-9), () -> now[0], seed);
        List<StickSample> samples = new ArrayList<>();
        while (now[0] < seconds * 1e9) {
            now[0] += 8_000_000;
            if (hand.poll() instanceof Stick.Reading.Samples given) {
                samples.addAll(given.samples());
            }
        }
        float[] values = new float[samples.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = samples.get(i).axis(0);
        }
        return new StrokeSamples(1, samples.stream().mapToLong(StickSample::nanos).toArray(), values);
    }

    private static JournalEntry correction(long id, TickRange range, Stroke stroke) {
        return new JournalEntry.Labelled(id, 1, "E", Instant.EPOCH, new Label.Correction(range, stroke.withId(id)));
    }

    private static StrokeRepair repair(double speed, double lag, double gain, double bias) {
        return StrokeRepair.with(new Calibrations(List.of(calibration("E", speed, lag, gain, bias))));
    }

    private static Calibration calibration(String expert, double speed, double lag, double gain, double bias) {
        return new Calibration(1, expert, "wheel", speed, lag, 0.03, gain, bias, 0.9, Instant.EPOCH);
    }

    private static List<Float> actions(StrokeTicks ticks) {
        return ticks.ticks().stream().map(tick -> ticks.action(tick).orElseThrow().steer()).toList();
    }

    /** A stroke with a sample every 4 ms. */
    private static Stroke stroke(List<PlaybackSegment> playback, double seconds, LongToDoubleFunction given) {
        long[] nanos = new long[(int) (seconds * 250) + 1];
        float[] values = new float[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = i * 4_000_000L;
            values[i] = (float) given.applyAsDouble(nanos[i]);
        }
        return new Stroke(0, 1, "E", "wheel", Instant.EPOCH, RATE, ActionSpec.STEER, playback, new StrokeSamples(1, nanos, values));
    }
}
