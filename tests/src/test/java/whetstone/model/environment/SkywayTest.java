package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.expert.PursuitExpert;

class SkywayTest {
    private static final SkywaySettings SETTINGS = SkywaySettings.experiment("alpha", Difficulty.FROZEN);

    @Test
    void sameSeedAndActionsGiveTheSamePixels() {
        assertThat(drive(new Skyway(SETTINGS), 7, 40)).isEqualTo(drive(new Skyway(SETTINGS), 7, 40));
    }

    @Test
    void anotherSeedStartsElsewhere() {
        Skyway skyway = new Skyway(SETTINGS);
        assertThat(skyway.reset(1)).isNotEqualTo(skyway.reset(2));
    }

    @Test
    void aFallPutsTheKartBackOnTheCentreLine() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(3);
        Environment.Outcome outcome = untilFall(skyway);
        assertThat(outcome.events()).contains(Event.FALL);
        assertThat(skyway.kart().lateral()).isZero();
    }

    @Test
    void drivingOnAfterAFallIsPossible() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(3);
        untilFall(skyway);
        double before = skyway.kart().along();
        skyway.step(ActionSpec.STEER.neutral());
        assertThat(skyway.kart().along()).isGreaterThan(before + 1);
    }

    @Test
    void aLapIsAsLongAsTheTrack() {
        Skyway skyway = new Skyway(SETTINGS);
        PursuitExpert expert = new PursuitExpert(skyway);
        Observation seen = skyway.reset(5);
        double distance = 0;
        boolean lap = false;
        while (!lap) {
            Environment.Outcome outcome = skyway.step(expert.advise(seen));
            distance += outcome.distance();
            lap = outcome.events().contains(Event.LAP);
        }
        assertThat(distance).isBetween(skyway.track().length(), skyway.track().length() + 4);
    }

    @Test
    void aRestoredStateContinuesAsTheOriginal() {
        Skyway skyway = new Skyway(SETTINGS);
        drive(skyway, 9, 25);
        EnvironmentState state = skyway.save().orElseThrow();
        List<Observation> original = driveOn(skyway, 30);
        Skyway other = new Skyway(SETTINGS);
        other.restore(state);
        assertThat(driveOn(other, 30)).isEqualTo(original);
    }

    @Test
    void restoringShowsWhatWasSeenWhenSaving() {
        Skyway skyway = new Skyway(SETTINGS);
        List<Observation> seen = drive(skyway, 9, 25);
        EnvironmentState state = skyway.save().orElseThrow();
        driveOn(skyway, 10);
        assertThat(skyway.restore(state)).isEqualTo(seen.getLast());
    }

    @Test
    void aStateOfAnotherTrackIsRefused() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(1);
        EnvironmentState state = skyway.save().orElseThrow();
        assertThatThrownBy(() -> new Skyway(SETTINGS.withTrack("bravo")).restore(state)).hasMessageContaining("another track");
    }

    @Test
    void bytesThatAreNoStateAreRefused() {
        Skyway skyway = new Skyway(SETTINGS);
        assertThatThrownBy(() -> skyway.restore(new EnvironmentState(new byte[] {1, 2, 3})))
                .hasMessageContaining("no saved state of Skyway");
    }

    @Test
    void aStateOffTheRoadIsRefused() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(1);
        SkywayState good = SkywayState.of(skyway.save().orElseThrow());
        KartPose kart = good.kart();
        KartPose far = new KartPose(kart.x(), kart.y(), kart.heading(), kart.speed(), kart.steering(), 1e6, kart.lateral());
        EnvironmentState damaged = new SkywayState(good.world(), good.seed(), good.ticks(), good.progress(), far).save();
        assertThatThrownBy(() -> skyway.restore(damaged)).hasMessageContaining("off its road");
    }

    @Test
    void aStateThatIsNoNumberIsRefused() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(1);
        byte[] bytes = skyway.save().orElseThrow().toBytes();
        ByteBuffer.wrap(bytes).putDouble(28, Double.NaN);
        assertThatThrownBy(() -> skyway.restore(new EnvironmentState(bytes))).hasMessageContaining("damaged");
    }

    @Test
    void theExpertAlsoHoldsTheSpeedByThrottle() {
        Skyway skyway = new Skyway(SETTINGS.withAction(ActionSpec.STEER_AND_THROTTLE).withTicksPerSecond(10));
        PursuitExpert expert = new PursuitExpert(skyway);
        skyway.start(1);
        for (int tick = 0; tick < 1000; tick++) {
            assertThat(skyway.drive(expert.advise()).events()).doesNotContain(Event.FALL);
            assertThat(skyway.kart().speed()).isBetween(12.0, 18.0);
        }
    }

    @Test
    void steeringToTheRightLeadsToTheRight() {
        assertThat(lateralAfter(0.3f)).isGreaterThan(lateralAfter(0) + 0.2);
    }

    @Test
    void steppingBeforeTheFirstResetIsRefused() {
        Skyway skyway = new Skyway(SETTINGS);
        assertThatThrownBy(() -> skyway.step(ActionSpec.STEER.neutral())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not reset");
    }

    @Test
    void throttleChangesTheSpeed() {
        Skyway skyway = new Skyway(SETTINGS.withAction(ActionSpec.STEER_AND_THROTTLE).withTicksPerSecond(30));
        skyway.reset(1);
        double before = skyway.kart().speed();
        for (int i = 0; i < 10; i++) {
            skyway.step(new Action(ActionSpec.STEER_AND_THROTTLE, 0, -1));
        }
        assertThat(skyway.kart().speed()).isLessThan(before - 1);
    }

    @Test
    void withoutThrottleTheSpeedStays() {
        Skyway skyway = new Skyway(SETTINGS);
        drive(skyway, 2, 100);
        assertThat(skyway.kart().speed()).isEqualTo(Difficulty.FROZEN.speed());
    }

    @Test
    void theStateVectorHoldsSpeedAndSteeringAngle() {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(1);
        Observation seen = skyway.step(new Action(ActionSpec.STEER, 0.5f)).seen();
        assertThat(skyway.spec().state(seen, "speed", -1)).isEqualTo(15);
        assertThat(skyway.spec().state(seen, "steeringAngle", -1)).isEqualTo(0.5 * skyway.spec().vehicle().maximumSteeringDegrees());
    }

    @Test
    void settingsAreFoundAgainFromTheSpecOfARecording() {
        assertThat(SkywaySettings.of(new Skyway(SETTINGS).spec())).isEqualTo(SETTINGS);
    }

    @Test
    void anUnknownTrackIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> new Skyway(SETTINGS.withTrack("nowhere"))).hasMessageContaining("nowhere").hasMessageContaining("alpha");
    }

    @Test
    void anUnknownDifficultyIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> Difficulty.named("insane")).hasMessageContaining("insane").hasMessageContaining("frozen");
    }

    @Test
    void tooManyTicksPerSecondAreRefused() {
        assertThatThrownBy(() -> SETTINGS.withTicksPerSecond(1000)).hasMessageContaining("1000").hasMessageContaining("120");
    }

    @Test
    void aGreyCameraIsRefused() {
        Camera grey = new Camera("front", 25, 19, 1, SkywayCameras.front(25, 19).profile());
        assertThatThrownBy(() -> SETTINGS.withCameras(List.of(grey))).hasMessageContaining("RGB");
    }

    private static Environment.Outcome untilFall(Skyway skyway) {
        for (int tick = 0; tick < 100; tick++) {
            Environment.Outcome outcome = skyway.step(new Action(ActionSpec.STEER, 1));
            if (outcome.events().contains(Event.FALL)) {
                return outcome;
            }
        }
        throw new AssertionError("the kart never fell");
    }

    private static double lateralAfter(float steer) {
        Skyway skyway = new Skyway(SETTINGS);
        skyway.reset(4);
        skyway.step(new Action(ActionSpec.STEER, steer));
        return skyway.kart().lateral();
    }

    private static List<Observation> drive(Skyway skyway, long seed, int ticks) {
        List<Observation> seen = new ArrayList<>(List.of(skyway.reset(seed)));
        seen.addAll(driveOn(skyway, ticks));
        return seen;
    }

    private static List<Observation> driveOn(Skyway skyway, int ticks) {
        PursuitExpert expert = new PursuitExpert(skyway);
        List<Observation> seen = new ArrayList<>();
        for (int tick = 0; tick < ticks; tick++) {
            seen.add(skyway.step(expert.advise()).seen());
        }
        return seen;
    }
}
