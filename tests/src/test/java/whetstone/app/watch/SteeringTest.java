package whetstone.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private double stick;
    private final Steering steering = new Steering(() -> OptionalDouble.of(stick));

    @Test
    void aStickThatRestsOffCentreDoesNotTakeOver() {
        stick = 0.4;
        steering.rest();
        assertThat(steering.moved()).isFalse();
    }

    @Test
    void movingTheStickTakesOver() {
        steering.rest();
        stick = 0.2;
        assertThat(steering.moved()).isTrue();
    }

    @Test
    void anArrowKeySteersFullyAfterHalfASecond() {
        steering.hold(1);
        steering.steer(0.25);
        assertThat(steering.steer(0.25)).isEqualTo(1);
    }

    @Test
    void theMouseGoesBeforeTheStick() {
        stick = -1;
        steering.pull(0.3);
        assertThat(steering.steer(0.1)).isEqualTo(0.3);
    }
}
