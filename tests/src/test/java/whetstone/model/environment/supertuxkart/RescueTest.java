package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RescueTest {
    private static final Telemetry.Motion DRIVING = new Telemetry.Motion(0, 0.3, 50, 0, 0, 15);
    private static final Telemetry.Motion STANDING = new Telemetry.Motion(0, 0.3, 40, 0, 0, 0);

    @Test
    void drivingFastIsNoLeap() {
        assertThat(Rescue.isLeap(DRIVING, new Telemetry.Motion(0, 0.3, 50.75, 0, 0, 15))).isFalse();
    }

    @Test
    void fallingIsNoLeap() {
        assertThat(Rescue.isLeap(new Telemetry.Motion(0, -2, 50, 0, -12, 3), new Telemetry.Motion(0, -2.6, 50.1, 0, -12, 3))).isFalse();
    }

    @Test
    void aPlaceThatSpeedCannotReachIsALeap() {
        assertThat(Rescue.isLeap(DRIVING, STANDING)).isTrue();
    }

    @Test
    void aKartThatOnlyStandsWasNotPutBack() {
        Rescue rescue = new Rescue();
        rest(rescue, 100);
        assertThat(rescue.over()).isFalse();
    }

    @Test
    void itIsOverWhenTheKartStandsOnTheRoadAfterTheLeap() {
        Rescue rescue = new Rescue();
        rescue.see(DRIVING, STANDING, onRoad());
        rest(rescue, 20);
        assertThat(rescue.over()).isTrue();
    }

    @Test
    void itIsNotOverWhileTheKartHangsInTheAir() {
        Rescue rescue = new Rescue();
        rescue.see(DRIVING, STANDING, onRoad());
        for (int i = 0; i < 20; i++) {
            rescue.see(STANDING, STANDING, new KartPlace(0, 40, 0, 0, new Driveline.Place(40, 0, 4, 3)));
        }
        assertThat(rescue.over()).isFalse();
    }

    private static void rest(Rescue rescue, int reports) {
        for (int i = 0; i < reports; i++) {
            rescue.see(STANDING, STANDING, onRoad());
        }
    }

    private static KartPlace onRoad() {
        return new KartPlace(0, 40, 0, 0, new Driveline.Place(40, 0, 4, 0.3));
    }
}
