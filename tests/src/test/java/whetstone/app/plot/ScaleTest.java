package whetstone.app.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticksAreRoundNumbersAroundTheValues() {
        assertThat(Scale.round(0, 0.83, 4).ticks()).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void theHighEndIsPlacedAtOne() {
        assertThat(Scale.round(0, 3000, 4).place(3000)).isEqualTo(1);
    }

    @Test
    void equalValuesGetRoom() {
        assertThat(Scale.round(2, 2, 4).high()).isGreaterThan(2);
    }

    @Test
    void tickTextHasTheDecimalsItNeeds() {
        assertThat(Scale.round(0, 0.1, 4).text(0.05)).isEqualTo("0.05");
    }
}
