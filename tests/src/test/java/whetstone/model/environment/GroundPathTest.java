package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.VehicleModel;

class GroundPathTest {
    private static final VehicleModel VEHICLE = new VehicleModel(1.6, 24, 120, 1.2, 15);

    @Test
    void straightAheadLeadsStraightAhead() {
        GroundPath path = GroundPath.of(VEHICLE, 10, 0, 0, 1.5);
        assertThat(path.middle().getLast()).isEqualTo(new GroundPoint(path.middle().getLast().forward(), 0));
        assertThat(path.middle().getLast().forward()).isCloseTo(15, within(1e-9));
    }

    @Test
    void theRibbonIsAsWideAsTheVehicle() {
        GroundPath path = GroundPath.of(VEHICLE, 10, 5, -1, 1);
        for (int i = 0; i < path.left().size(); i++) {
            GroundPoint left = path.left().get(i);
            GroundPoint right = path.right().get(i);
            assertThat(Math.hypot(right.forward() - left.forward(), right.right() - left.right())).isCloseTo(1.2, within(1e-9));
        }
    }

    @Test
    void steeringRightLeadsRight() {
        assertThat(GroundPath.of(VEHICLE, 10, 0, 0.5, 1).middle().getLast().right()).isGreaterThan(1);
    }

    @Test
    void aHeldCommandLeadsOnACircle() {
        GroundPath path = GroundPath.of(VEHICLE, 10, 24, 1, 2);
        double radius = 1.6 / Math.tan(Math.toRadians(24));
        assertThat(path.middle()).allSatisfy(point ->
                assertThat(Math.hypot(point.forward(), point.right() - radius)).isCloseTo(radius, within(0.05)));
    }

    @Test
    void theFrontWheelsTurnNoFasterThanTheyCan() {
        VehicleModel slow = new VehicleModel(1.6, 24, 12, 1.2, 15);
        assertThat(GroundPath.of(slow, 10, 0, 1, 1).middle().getLast().right())
                .isLessThan(0.6 * GroundPath.of(VEHICLE, 10, 0, 1, 1).middle().getLast().right());
    }

    @Test
    void thePathIsTheOneThatSkywayDrives() {
        Difficulty wide = new Difficulty("wide", 10, 20, 1, 2, 0, 0);
        Skyway skyway = new Skyway(SkywaySettings.experiment("alpha", wide));
        skyway.reset(3);
        skyway.step(new Action(ActionSpec.STEER, -0.2f));
        KartPose start = skyway.kart();
        for (int tick = 0; tick < 3; tick++) {
            skyway.step(new Action(ActionSpec.STEER, 0.6f));
        }
        double dx = skyway.kart().x() - start.x();
        double dy = skyway.kart().y() - start.y();
        GroundPath path = GroundPath.of(skyway.spec().vehicle(), start.speed(), Math.toDegrees(start.steering()), 0.6f, 0.6);
        GroundPoint end = path.middle().getLast();
        assertThat(end.forward()).isCloseTo(dx * Math.cos(start.heading()) + dy * Math.sin(start.heading()), within(0.01));
        assertThat(end.right()).isCloseTo(dy * Math.cos(start.heading()) - dx * Math.sin(start.heading()), within(0.01));
    }

    @Test
    void aCommandBeyondItsBoundsIsRefused() {
        assertThatThrownBy(() -> GroundPath.of(VEHICLE, 10, 0, 1.5, 1)).hasMessageContaining("1.5");
    }

    @Test
    void commandsThatNeverChangeLeadWhereAHeldOneLeads() {
        assertThat(GroundPath.following(VEHICLE, 10, 3, new float[] {0.4f, 0.4f, 0.4f}, 2)).isEqualTo(GroundPath.of(VEHICLE, 10, 3, 0.4f, 1.5));
    }

    @Test
    void aLaterCommandLeadsElsewhere() {
        double held = GroundPath.following(VEHICLE, 10, 0, new float[] {0.4f, 0.4f}, 2).middle().getLast().right();
        assertThat(GroundPath.following(VEHICLE, 10, 0, new float[] {0.4f, -0.4f}, 2).middle().getLast().right()).isLessThan(held - 0.5);
    }
}
