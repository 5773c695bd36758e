package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.labelling.replay.Replay;
import whetstone.model.ActionSpec;

class StrokeTicksTest {
    private static final long MILLI = 1_000_000;
    private static final TickRange ALL = new TickRange(0, 1000);

    @Test
    void theLabelIsWhatTheStickSaidWhenTheTickWasReached() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 0, 1)), samples(0, 0.1f, 95, 0.2f, 100, 0.3f, 160, 0.4f));
        assertThat(ticks.action(2).orElseThrow().steer()).isEqualTo(0.3f);
        assertThat(ticks.action(3).orElseThrow().steer()).isEqualTo(0.3f);
    }

    @Test
    void fourTimesRealTimeLeavesNoTickUnlabelled() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 10, 4)), samples(0, 0f, 1000, 1f));
        assertThat(ticks.ranges()).containsExactly(new TickRange(10, 91));
    }

    @Test
    void aHeldTickTakesTheLastSampleWhileItWasHeld() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 5, 0), new PlaybackSegment(300 * MILLI, 6, 0)),
                samples(0, 0.1f, 200, 0.2f, 300, 0.3f));
        assertThat(ticks.action(5).orElseThrow().steer()).isEqualTo(0.2f);
    }

    @Test
    void aSeekForwardLeavesWhatWasNotShown() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 0, 1), new PlaybackSegment(110 * MILLI, 50, 1)),
                samples(0, 0.1f, 220, 0.2f));
        assertThat(ticks.ranges()).containsExactly(new TickRange(0, 3), new TickRange(50, 53));
    }

    @Test
    void ofTwoShowingsTheNewerOneHolds() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 0, 1), new PlaybackSegment(500 * MILLI, 2, 1)),
                samples(0, 0.1f, 400, 0.7f, 600, 0.7f));
        assertThat(ticks.action(3).orElseThrow().steer()).isEqualTo(0.7f);
    }

    @Test
    void aTickShownBeforeTheFirstSampleHasNoLabel() {
        StrokeTicks ticks = ticks(List.of(new PlaybackSegment(0, 0, 1)), samples(70, 0.1f, 200, 0.1f));
        assertThat(ticks.ranges()).containsExactly(new TickRange(2, 5));
    }

    @Test
    void ticksOutsideTheRangeRecordedAnewHaveNoLabel() {
        Stroke stroke = stroke(List.of(new PlaybackSegment(0, 0, 1)), samples(0, 0.1f, 1000, 0.1f));
        assertThat(StrokeTicks.of(stroke, new TickRange(5, 8)).ranges()).containsExactly(new TickRange(5, 8));
    }

    @Test
    void aStrokeWithoutSamplesLabelsNothing() {
        assertThat(ticks(List.of(new PlaybackSegment(0, 0, 1)), new StrokeSamples(1, new long[0], new float[0])).size()).isZero();
    }

    @Property(tries = 200)
    void slowMotionLandsOnTheSameTicksAsRealTime(@ForAll @DoubleRange(min = 0.05, max = 4) double speed,
                                                 @ForAll @DoubleRange(min = 0, max = 40) double from) {
        DoubleUnaryOperator steer = position -> Math.sin(position * 0.37);
        assertThat(values(steeredAlong(steer, from, speed))).isEqualTo(values(steeredAlong(steer, from, 1)));
    }

    @Property(tries = 400)
    void theMappingIsExactWhateverIsDoneDuringTheStroke(@ForAll("verbs") List<Verb> verbs) {
        Simulation simulation = new Simulation();
        verbs.forEach(simulation::perform);
        assertThat(values(simulation.ticks())).isEqualTo(simulation.expected);
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Combinators.combine(Arbitraries.of(Verb.Kind.values()), Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(1, 400)).as(Verb::new).list().ofMinSize(1).ofMaxSize(25);
    }

    /** Something done to the replay, and for how many milliseconds it then runs. */
    record Verb(Kind kind, double amount, int millis) {
        enum Kind { PLAY, PAUSE, SEEK, STEP, SPEED, NOTHING }
    }

    /**
     * The same replay, played twice: by {@link Replay}, and by counting position and shown ticks millisecond by millisecond. The stick
     * has another value each millisecond.
     */
    private static final class Simulation {
        private static final int LENGTH = 60;
        private static final double TICKS_PER_SECOND = 20 / Math.E * 2.7;
        private final TreeMap<Integer, Float> expected = new TreeMap<>();
        private long millis;
        private final Replay replay = new Replay(() -> millis * MILLI, LENGTH, TICKS_PER_SECOND);
        private double position;
        private double speed = 1;
        private boolean playing;

        Simulation() {
            replay.beginCapture();
            pass();
        }

        void perform(Verb verb) {
            switch (verb.kind()) {
                case PLAY -> {
                    replay.play();
                    playing = true;
                }
                case PAUSE -> {
                    replay.pause();
                    playing = false;
                }
                case SEEK -> {
                    replay.seek(verb.amount() * (LENGTH - 1));
                    jump(verb.amount() * (LENGTH - 1));
                }
                case STEP -> {
                    int steps = (int) Math.round(verb.amount() * 20 - 10);
                    replay.step(steps);
                    playing = false;
                    jump(Math.clamp(Math.floor(position + 1e-6) + steps, 0, LENGTH - 1));
                }
                case SPEED -> {
                    speed = 0.05 + verb.amount() * 3.95;
                    replay.speed(speed);
                }
                case NOTHING -> { }
            }
            for (int i = 0; i < verb.millis(); i++) {
                pass();
            }
        }

        private void jump(double to) {
            if (Math.abs(to - position) > 1e-6) {
                position = to;
                expected.put((int) Math.floor(position + 1e-6), stickAt(millis));
            }
        }

        private void pass() {
            double next = playing ? Math.min(position + TICKS_PER_SECOND * speed / 1000, LENGTH - 1) : position;
            if (next >= LENGTH - 1) {
                playing = false;
            }
            int shown = (int) Math.floor(position + 1e-6);
            if (next == position) {
                expected.put(shown, stickAt(millis));
            }
            for (int tick = shown + 1; tick <= Math.floor(next + 1e-6); tick++) {
                expected.put(tick, stickAt(millis));
            }
            position = next;
            millis++;
        }

        private static float stickAt(long millis) {
            return (float) Math.sin(millis * 0.7);
        }

        StrokeTicks ticks() {
            long[] nanos = new long[(int) millis + 1];
            float[] values = new float[nanos.length];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = i * MILLI;
                values[i] = stickAt(Math.min(i, millis - 1));
            }
            Stroke stroke = new Stroke(1, 1, "E", "stick", Instant.EPOCH, TICKS_PER_SECOND, ActionSpec.STEER,
                    replay.playback().captured(), new StrokeSamples(1, nanos, values));
            return StrokeTicks.of(stroke, new TickRange(0, LENGTH));
        }
    }

    /** 400 samples that follow the position exactly, recorded at a speed. */
    private static StrokeTicks steeredAlong(DoubleUnaryOperator steer, double from, double speed) {
        int count = 400;
        long[] nanos = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double ticks = i * 0.1037;
            nanos[i] = Math.round(ticks / 20 / speed * 1e9);
            values[i] = (float) steer.applyAsDouble(from + ticks);
        }
        return ticks(List.of(new PlaybackSegment(0, from, speed)), new StrokeSamples(1, nanos, values));
    }

    private static Map<Integer, Float> values(StrokeTicks ticks) {
        TreeMap<Integer, Float> values = new TreeMap<>();
        ticks.ticks().forEach(tick -> values.put(tick, ticks.action(tick).orElseThrow().steer()));
        return values;
    }

    static StrokeSamples samples(double... millisAndValue) {
        long[] nanos = new long[millisAndValue.length / 2];
        float[] values = new float[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (long) (millisAndValue[2 * i] * MILLI);
            values[i] = (float) millisAndValue[2 * i + 1];
        }
        return new StrokeSamples(1, nanos, values);
    }

    static Stroke stroke(List<PlaybackSegment> playback, StrokeSamples samples) {
        return new Stroke(1, 1, "E", "stick", Instant.EPOCH, 20, ActionSpec.STEER, playback, samples);
    }

    private static StrokeTicks ticks(List<PlaybackSegment> playback, StrokeSamples samples) {
        return StrokeTicks.of(stroke(playback, samples), ALL);
    }
}
