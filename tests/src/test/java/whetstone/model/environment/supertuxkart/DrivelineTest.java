package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrivelineTest {
    /** A circle of 100 m radius, driven to the right. */
    static Driveline circle() {
        return new Driveline(IntStream.range(0, 200).mapToObj(i -> {
            double angle = 2 * Math.PI * i / 200;
            return new Driveline.Middle(100 - 100 * Math.cos(angle), 0, 100 * Math.sin(angle), 4);
        }).toList());
    }

    @Test
    void aPointOnTheRightHasAPositiveLateralOffset() {
        assertThat(circle().place(2, 0, 0).lateral()).isCloseTo(2, within(0.1));
    }

    @Test
    void theWayOverTheStartIsShort() {
        Driveline circle = circle();
        assertThat(circle.way(circle.length() - 1, 2)).isCloseTo(3, within(1e-9));
    }

    @Test
    void aPlaceBeforeTheStartIsAtTheEnd() {
        Driveline circle = circle();
        assertThat(circle.point(-5)).containsExactly(circle.point(circle.length() - 5), within(1e-9));
    }

    @Test
    void aPointIsFoundWhereItWasTaken() {
        double[] point = circle().point(123);
        assertThat(circle().place(point[0], 0, point[1]).along()).isCloseTo(123, within(0.01));
    }

    @Test
    void ofTwoRoadsAboveEachOtherTheOneAtTheSameHeightIsMeant() {
        Driveline bridge = new Driveline(List.of(middle(0, 0, 0), middle(0, 0, 50), middle(50, 10, 50), middle(0, 10, 25), middle(-50, 10, 0)));
        assertThat(bridge.place(0, 10, 25).above()).isCloseTo(0, within(0.1));
    }

    @Test
    void quadrilateralsInOnePlaceAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Driveline(List.of(middle(0, 0, 0), middle(0, 0, 0), middle(1, 0, 1),
                middle(2, 0, 0)))).withMessageContaining("0.0 m apart");
    }

    private static Driveline.Middle middle(double x, double height, double z) {
        return new Driveline.Middle(x, height, z, 4);
    }
}
