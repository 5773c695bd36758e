package whetstone.labelling.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import whetstone.labelling.TickRange;

class EditTest {
    private static final TickRange ALL = new TickRange(0, 100);
    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void aDraggedPointLiesWhereTheMousePutIt() {
        assertThat(new Drag(40, 0.7, 6).on(wave()).at(40)).isEqualTo(0.7f);
    }

    @Test
    void neighboursFollowADraggedPointLessAndLess() {
        Curve after = new Drag(40, 1, 6).on(flat(0));
        for (int tick = 40; tick < 46; tick++) {
            assertThat(after.at(tick + 1)).isLessThan(after.at(tick)).isPositive();
        }
    }

    @Test
    void neighboursBeyondTheRadiusDoNotFollow() {
        assertThat(new Drag(40, 1, 6).on(flat(0)).range()).isEqualTo(new TickRange(34, 47));
    }

    @Test
    void neighboursFollowADraggedPointOnBothSidesAlike() {
        Curve after = new Drag(40, 1, 6).on(flat(0));
        assertThat(after.at(37)).isEqualTo(after.at(43));
    }

    @Test
    void aPointAtTheEndCanBeDragged() {
        assertThat(new Drag(99, -0.5, 6).on(flat(0)).range()).isEqualTo(new TickRange(93, 100));
    }

    @Test
    void theTicksThatTheMousePassedGetItsLine() {
        Curve after = new Draw(List.of(new Draw.Point(10, 0), new Draw.Point(20, 1))).on(flat(0.3f));
        assertThat(after.range()).isEqualTo(new TickRange(10, 21));
        assertThat(after.at(13)).isCloseTo(0.3f, ROUNDING);
    }

    @Test
    void theNewerLineHoldsWhereTheMousePassedTwice() {
        Curve after = new Draw(List.of(new Draw.Point(10, 0), new Draw.Point(20, 0), new Draw.Point(14.5, 1))).on(flat(0));
        assertThat(after.at(12)).isZero();
        assertThat(after.at(15)).isGreaterThan(0.9f);
    }

    @Test
    void aClickSetsTheNearestTick() {
        assertThat(new Draw(List.of(new Draw.Point(10.4, -0.2))).on(flat(0)).range()).isEqualTo(new TickRange(10, 11));
    }

    @Test
    void whatIsDrawnBesideTheRecordingIsLeftOut() {
        Curve after = new Draw(List.of(new Draw.Point(90, 0), new Draw.Point(120, 0))).on(flat(0));
        assertThat(after.range()).isEqualTo(new TickRange(90, 100));
    }

    @Property(tries = 200)
    void smoothingKeepsALine(@ForAll @DoubleRange(min = -0.01, max = 0.01) double slope, @ForAll @IntRange(min = 1, max = 30) int radius) {
        Curve line = Curve.of(ALL, tick -> slope * tick);
        Curve after = new Smooth(new TickRange(20, 70), radius).on(line);
        for (int tick = 20; tick < 70; tick++) {
            assertThat(after.at(tick)).isCloseTo(line.at(tick), ROUNDING);
        }
    }

    @Test
    void smoothingDelaysNothing() {
        Curve bump = Curve.of(ALL, tick -> Math.exp(-(tick - 50) * (tick - 50) / 20.0));
        Curve after = new Smooth(ALL, 8).on(bump);
        for (int away = 1; away < 40; away++) {
            assertThat(after.at(50 - away)).isCloseTo(after.at(50 + away), ROUNDING);
        }
    }

    @Test
    void smoothingTakesJitterAway() {
        Random random = new Random(1);
        Curve jitter = Curve.of(ALL, _ -> random.nextDouble() - 0.5);
        assertThat(roughness(new Smooth(ALL, 5).on(jitter))).isLessThan(roughness(jitter) / 5);
    }

    private static double roughness(Curve curve) {
        double sum = 0;
        for (int tick = curve.range().from() + 1; tick < curve.range().to(); tick++) {
            sum += Math.abs(curve.at(tick) - curve.at(tick - 1));
        }
        return sum;
    }

    @Test
    void smoothingMakesNoJumpAtTheEndsOfTheStretch() {
        Curve after = new Smooth(new TickRange(20, 70), 8).on(wave());
        assertThat(after.at(20)).isCloseTo(wave().at(20), ROUNDING);
        assertThat(after.at(69)).isCloseTo(wave().at(69), ROUNDING);
    }

    @Test
    void whatLiesBesideTheStretchDoesNotLeakIn() {
        Curve step = Curve.of(ALL, tick -> tick >= 50 ? 1 : 0);
        assertThat(new Smooth(new TickRange(50, 70), 8).on(step)).isEqualTo(Curve.of(new TickRange(50, 70), _ -> 1));
    }

    @Test
    void scalingMultipliesTheStretchAlone() {
        assertThat(new Scale(new TickRange(3, 5), 1.1).on(flat(0.5f))).isEqualTo(Curve.of(new TickRange(3, 5), _ -> 0.5f * 1.1));
    }

    @Test
    void steeringStaysInItsBounds() {
        assertThat(new Scale(ALL, 10).on(flat(-0.5f)).within(-1, 1)).isEqualTo(flat(-1));
    }

    @Test
    void aLaterShiftMovesWhatWasBefore() {
        assertThat(new Shift(ALL, 3, 0).on(wave()).at(50)).isEqualTo(wave().at(47));
    }

    @Test
    void theGapOfAShiftHoldsTheStretchsFirstValue() {
        assertThat(new Shift(new TickRange(50, 60), 3, 0).on(wave()).at(51)).isEqualTo(wave().at(50));
    }

    @Test
    void aShiftInValueAddsToEveryTick() {
        assertThat(new Shift(new TickRange(50, 60), 0, 0.25).on(flat(0.5f))).isEqualTo(Curve.of(new TickRange(50, 60), _ -> 0.75));
    }

    @Test
    void aMirrorCopySteersToTheOtherSide() {
        Curve after = new Mirror(new TickRange(10, 20), 60).on(wave());
        assertThat(after).isEqualTo(Curve.of(new TickRange(60, 70), tick -> -wave().at(tick - 50)));
    }

    @Test
    void aMirrorCopyMayLieOverItsSource() {
        Curve after = new Mirror(new TickRange(10, 20), 15).on(wave());
        assertThat(after.at(24)).isEqualTo(-wave().at(19));
    }

    @Test
    void aMirrorCopyEndsWithTheRecording() {
        assertThat(new Mirror(new TickRange(10, 40), 90).on(wave()).range()).isEqualTo(new TickRange(90, 100));
    }

    @Test
    void joinedKeyFramesAreMet() {
        Curve after = joined(key(10, 0.2), key(25, -0.4), key(60, 0.9));
        assertThat(List.of(after.at(10), after.at(25), after.at(60))).containsExactly(0.2f, -0.4f, 0.9f);
    }

    @Test
    void twoKeyFramesAreJoinedByALine() {
        assertThat(joined(key(0, 0), key(10, 1)).at(3)).isCloseTo(0.3f, ROUNDING);
    }

    @Property(tries = 300)
    void joiningNeverGoesBeyondTwoNeighbouringKeyFrames(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = -1, max = 1) Double> values, @ForAll Random random) {
        List<KeyFrame> keys = new java.util.ArrayList<>();
        int tick = 0;
        for (double value : values) {
            keys.add(key(tick, value));
            tick += 1 + random.nextInt(12);
        }
        Curve after = new Interpolate(keys).on(flat(0));
        for (int i = 1; i < keys.size(); i++) {
            double low = Math.min(keys.get(i - 1).value(), keys.get(i).value()) - 1e-7;
            double high = Math.max(keys.get(i - 1).value(), keys.get(i).value()) + 1e-7;
            for (int between = keys.get(i - 1).tick(); between <= keys.get(i).tick(); between++) {
                assertThat((double) after.at(between)).isBetween(low, high);
            }
        }
    }

    @Test
    void aBendBetweenKeyFramesIsSmooth() {
        Curve after = joined(key(0, 0), key(20, 0.4), key(40, 0.5));
        assertThat(after.at(21) - after.at(20)).isCloseTo(after.at(20) - after.at(19), within(2e-3f));
    }

    @Test
    void oneKeyFrameAloneJoinsNothing() {
        assertThatThrownBy(() -> new Interpolate(List.of(key(5, 0)))).hasMessageContaining("two ticks");
    }

    private static Curve joined(KeyFrame... keys) {
        return new Interpolate(List.of(keys)).on(flat(0));
    }

    private static KeyFrame key(int tick, double value) {
        return new KeyFrame(tick, value);
    }

    private static Curve flat(float value) {
        return Curve.of(ALL, _ -> value);
    }

    private static Curve wave() {
        return Curve.of(ALL, tick -> Math.sin(tick * 0.13) * 0.8);
    }
}
