package whetstone.labelling.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import whetstone.model.ActionSpec;

class StickMappingTest {
    private static final StickDescription WHEEL =
            new StickDescription("Wheel", StickDescription.Kind.STICK, List.of("x", "y"), List.of("a", "b", "c"));

    @Property
    void responseIsMonotone(@ForAll @DoubleRange(min = -1, max = 1) double one, @ForAll @DoubleRange(min = -1, max = 1) double other,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double centre, @ForAll @DoubleRange(min = 0, max = 0.5) double dead,
            @ForAll @DoubleRange(min = 1, max = 4) double exponent) {
        AxisMapping mapping = new AxisMapping("steer", 0, false, centre, dead, exponent);
        assertThat(mapping.respond(Math.min(one, other))).isLessThanOrEqualTo(mapping.respond(Math.max(one, other)));
    }

    @Property
    void leftAndRightAnswerAlike(@ForAll @DoubleRange(min = -1, max = 1) double raw,
            @ForAll @DoubleRange(min = 0, max = 0.5) double dead, @ForAll @DoubleRange(min = 1, max = 4) double exponent) {
        AxisMapping mapping = new AxisMapping("steer", 0, false, 0, dead, exponent);
        assertThat(mapping.respond(-raw)).isCloseTo(-mapping.respond(raw), within(1e-12));
    }

    @Test
    void wholeTravelReachesBothEndsWhateverTheCentre() {
        AxisMapping mapping = new AxisMapping("steer", 0, false, 0.2, 0.1, 2);
        assertThat(List.of(mapping.respond(-1), mapping.respond(0.2), mapping.respond(1))).containsExactly(-1.0, 0.0, 1.0);
    }

    @Test
    void deadZoneSwallowsDrift() {
        assertThat(AxisMapping.straight("steer", 0).withDeadZone(0.1).respond(0.09)).isZero();
    }

    @Test
    void invertedAxisSteersTheOtherWay() {
        assertThat(AxisMapping.straight("steer", 0).withInverted(true).respond(0.5)).isEqualTo(-0.5);
    }

    @Test
    void anAxisThatReadsNoNumberIsRefused() {
        StickSample sample = new StickSample(0, new float[] {Float.NaN, 0}, 0);
        assertThatThrownBy(() -> StickMapping.standard(WHEEL).values(sample, ActionSpec.STEER)).hasMessageContaining("not a number");
    }

    @Test
    void dimensionWithoutAxisStaysAtRest() {
        StickMapping steersOnly = StickMapping.standard(WHEEL).without("throttle");
        assertThat(steersOnly.values(new StickSample(0, new float[] {0.5f, 1}, 0), ActionSpec.STEER_AND_THROTTLE)[1]).isZero();
    }

    @Test
    void heldButtonSpeaksOnce() {
        StickMapping mapping = new StickMapping(List.of(), Map.of(StickVerb.RECORD, 1));
        StickSample up = new StickSample(0, new float[0], 0);
        StickSample down = new StickSample(1, new float[0], 2);
        assertThat(List.of(mapping.pressed(up, down), mapping.pressed(down, down), mapping.pressed(down, up)))
                .containsExactly(List.of(StickVerb.RECORD), List.of(), List.of());
    }

    @Test
    void newVerbTakesTheButtonFromTheOldOne() {
        StickMapping mapping = StickMapping.standard(WHEEL).with(StickVerb.UNDO, 0);
        assertThat(mapping.buttons()).doesNotContainKey(StickVerb.RECORD).containsEntry(StickVerb.UNDO, 0);
    }

    @Test
    void deviceWithThreeLevelsIsRefusedForContinuousLabels() {
        List<StickSample> sweep = List.of(at(-1), at(0), at(1), at(0), at(-1));
        assertThat(DeviceCheck.refusal("Old pad", DeviceCheck.levels(sweep, 0))).get().asString().contains("only 3");
    }

    @Test
    void driftSuggestsADeadZoneThatSwallowsIt() {
        List<StickSample> rest = List.of(at(0.01f), at(0.03f), at(0.02f));
        DeviceCheck.Drift drift = DeviceCheck.drift(rest, 0).orElseThrow();
        AxisMapping mapping = AxisMapping.straight("steer", 0).withCentre(drift.offset()).withDeadZone(drift.suggestedDeadZone());
        assertThat(rest).allSatisfy(sample -> assertThat(mapping.respond(sample.axis(0))).isZero());
    }

    private static StickSample at(float reading) {
        return new StickSample(0, new float[] {reading}, 0);
    }
}
