package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedsTest {
    @Test
    void slowSpeedsAreSaidAsFractions() {
        assertThat(Speeds.text(1 / 20.0)).isEqualTo("1/20×");
    }

    @Test
    void fastSpeedsAreSaidAsMultiples() {
        assertThat(Speeds.text(4)).isEqualTo("4×");
    }

    @Test
    void aSpeedBetweenTwoStepsBelongsToTheNearer() {
        assertThat(Speeds.at(Speeds.indexOf(0.9))).isEqualTo(1);
    }

    @Test
    void nothingIsFasterThanTheFastest() {
        assertThat(Speeds.at(Speeds.indexOf(4) + 1)).isEqualTo(4);
    }
}
