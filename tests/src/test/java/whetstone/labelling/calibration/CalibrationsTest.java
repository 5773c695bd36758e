package whetstone.labelling.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T10:00:00Z");

    private final Calibrations calibrations = new Calibrations(List.of(
            ofAnna(1, 0.24, 1.1, MONDAY), ofAnna(0.25, 0.36, 0.9, MONDAY), ofAnna(1, 0.30, 1.1, FRIDAY)));

    private static Calibration ofAnna(double speed, double lag, double gain, Instant at) {
        return new Calibration(0, "anna", "wheel", speed, lag, 0.03, gain, 0, 0.9, at);
    }

    private double lag(double speed, Instant when) {
        return calibrations.at("anna", "wheel", speed, when).orElseThrow().lagSeconds();
    }

    @Test
    void nearestInTimeHolds() {
        assertThat(List.of(lag(1, MONDAY.plusSeconds(3_600)), lag(1, FRIDAY.minusSeconds(3_600)))).containsExactly(0.24, 0.30);
    }

    @Test
    void halfSpeedLiesInTheMiddleBetweenAQuarterAndFullSpeed() {
        assertThat(lag(0.5, MONDAY)).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void gainLiesBetweenAsTheLagDoes() {
        assertThat(calibrations.at("anna", "wheel", 0.5, MONDAY).orElseThrow().gain()).isCloseTo(1, within(1e-9));
    }

    @Test
    void outsideTheCalibratedSpeedsTheNearestHolds() {
        assertThat(List.of(lag(0.05, MONDAY), lag(4, MONDAY))).containsExactly(0.36, 0.24);
    }

    @Test
    void oneOfEachSpeedIsInForce() {
        assertThat(calibrations.of("anna", "wheel", FRIDAY)).extracting(Calibration::speed, Calibration::lagSeconds)
                .containsExactly(tuple(1.0, 0.30), tuple(0.25, 0.36));
    }

    @Test
    void anotherDeviceIsNotCalibrated() {
        assertThat(calibrations.at("anna", "mouse", 1, MONDAY)).isEqualTo(Optional.empty());
    }

    @Test
    void anotherExpertIsNotCalibrated() {
        assertThat(calibrations.at("bert", "wheel", 1, MONDAY)).isEqualTo(Optional.empty());
    }
}
