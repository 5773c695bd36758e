package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DrivelineExpertTest {
    private static final Supplier<KartPlace> NOWHERE = () -> {
        throw new AssertionError("nobody was to be asked");
    };

    @Test
    void leftOfTheMiddleItSteersRight() {
        assertThat(new DrivelineExpert(DrivelineTest.circle(), NOWHERE).steer(at(-3, 0))).isPositive();
    }

    @Test
    void rightOfTheMiddleItSteersLeft() {
        assertThat(new DrivelineExpert(DrivelineTest.circle(), NOWHERE).steer(at(3, 0))).isNegative();
    }

    @Test
    void inAnEndlessBendItSteersAsTheBendDoes() {
        double share = DrivelineExpert.radius(15) / 100;
        assertThat(new DrivelineExpert(DrivelineTest.circle(), NOWHERE).steer(at(0, 0))).isBetween(0.8 * share, 1.3 * share);
    }

    @Test
    void aKartThatObeysItStaysWithinAMetreOfTheMiddle() {
        Driveline circle = DrivelineTest.circle();
        DrivelineExpert expert = new DrivelineExpert(circle, NOWHERE);
        double x = 0.9;
        double z = 0;
        double heading = 0;
        double farthest = 0;
        for (int tick = 0; tick < 200; tick++) {
            KartPlace place = new KartPlace(x, z, heading, 15, circle.place(x, 0, z));
            double curvature = Math.clamp(expert.steer(place), -1, 1) / DrivelineExpert.radius(15);
            for (int i = 0; i < 10; i++) {
                heading += curvature * 0.3;
                x += 0.3 * Math.sin(heading);
                z += 0.3 * Math.cos(heading);
            }
            farthest = Math.max(farthest, Math.abs(circle.place(x, 0, z).lateral()));
        }
        assertThat(farthest).isLessThan(1);
    }

    private static KartPlace at(double x, double z) {
        return new KartPlace(x, z, 0, 15, DrivelineTest.circle().place(x, 0, z));
    }
}
