package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.VehicleModel;

class GroundPoseTest {
    private static final VehicleModel VEHICLE = new VehicleModel(1.6, 24, 120, 1.2, 15);

    @Property(tries = 200)
    void aCommandLeadsToThePointItAimsAt(@ForAll @DoubleRange(min = -1, max = 1) double steer,
                                         @ForAll @DoubleRange(min = -3, max = 3) double heading) {
        GroundPose pose = new GroundPose(3, -2, heading);
        assertThat(pose.towards(VEHICLE, pose.aim(VEHICLE, steer, 7))).isCloseTo(steer, within(1e-6));
    }

    @Property(tries = 100)
    void fartherToTheLeftAVehicleSteersMoreToTheRight(@ForAll @DoubleRange(min = -0.5, max = 0.5) double steer) {
        GroundPoint point = GroundPose.START.aim(VEHICLE, steer, 7);
        assertThat(new GroundPose(0, -0.5, 0).towards(VEHICLE, point)).isGreaterThan(steer);
    }

    @Test
    void theReckonedWayIsTheKartsOwn() {
        Skyway skyway = new Skyway(SkywaySettings.experiment("alpha", Difficulty.FROZEN));
        double steering = skyway.spec().state(skyway.reset(3), EnvironmentSpec.STEERING_ANGLE, 0);
        KartPose before = skyway.kart();
        GroundPose reckoned = GroundPose.START.after(skyway.spec().vehicle(), before.speed(), steering, 0.3f, 0.2);
        skyway.step(new Action(ActionSpec.STEER, 0.3f));
        KartPose after = skyway.kart();
        assertThat(Math.hypot(after.x() - before.x(), after.y() - before.y()))
                .isCloseTo(Math.hypot(reckoned.forward(), reckoned.right()), within(1e-9));
        assertThat(after.heading() - before.heading()).isCloseTo(reckoned.heading(), within(1e-9));
    }
}
