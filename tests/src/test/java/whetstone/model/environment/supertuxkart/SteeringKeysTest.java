package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SteeringKeysTest {
    private static final double FRAME = 1 / 30.0;

    @Property(tries = 200)
    void theWheelsStandAsWantedOnAverage(@ForAll @DoubleRange(min = -0.9, max = 0.9) double wanted) {
        SteeringKeys keys = new SteeringKeys();
        double sum = 0;
        for (int frame = 0; frame < 600; frame++) {
            keys.pass(keys.choose(wanted, FRAME), wanted, FRAME);
            sum += keys.angle();
        }
        assertThat(sum / 600).isCloseTo(wanted, within(0.03));
    }

    @Test
    void fullLockHoldsTheKeyDown() {
        SteeringKeys keys = new SteeringKeys();
        for (int frame = 0; frame < 30; frame++) {
            SteeringKeys.Held held = keys.choose(1, FRAME);
            assertThat(held).isEqualTo(SteeringKeys.Held.RIGHT);
            keys.pass(held, 1, FRAME);
        }
    }

    @Test
    void straightAheadHoldsNothing() {
        assertThat(new SteeringKeys().choose(0, FRAME)).isEqualTo(SteeringKeys.Held.NONE);
    }

    @Test
    void fromRightToLeftTakesNoLongerThanTheGameDoes() {
        SteeringKeys keys = new SteeringKeys();
        drive(keys, 1, 0.5);
        drive(keys, -1, 0.4);
        assertThat(keys.angle()).isLessThan(-0.9);
    }

    private static void drive(SteeringKeys keys, double wanted, double seconds) {
        for (double time = 0; time < seconds; time += FRAME) {
            keys.pass(keys.choose(wanted, FRAME), wanted, FRAME);
        }
    }
}
