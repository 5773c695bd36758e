package whetstone.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.environment.Skyway;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.policy.Policy;

/** Rides on Skyway, tick by tick and without a clock, recorded into a real file. */
class RideTest {
    private final Steering steering = new Steering(OptionalDouble::empty);
    @TempDir Path folder;

    @Test
    void thePolicyDrivesUntilThePersonMoves() {
        Ride ride = ride();
        Control before = ride.tick().control();
        steering.pull(0.5);
        assertThat(java.util.List.of(before, ride.tick().control())).containsExactly(Control.POLICY, Control.HUMAN);
    }

    @Test
    void whatThePersonSteersIsExecuted() {
        Ride ride = ride();
        steering.pull(0.5);
        assertThat(ride.tick().executed()).isEqualTo(0.5);
    }

    @Test
    void thePolicyDrivesAgainAfterHandingBack() {
        Ride ride = ride();
        steering.pull(0.5);
        ride.tick();
        steering.letGo();
        ride.handBack();
        assertThat(ride.tick().control()).isEqualTo(Control.POLICY);
    }

    @Test
    void thePersonStaysInControlWithLooseHands() {
        Ride ride = ride();
        steering.pull(0.5);
        ride.tick();
        steering.letGo();
        assertThat(ride.tick().control()).isEqualTo(Control.HUMAN);
    }

    @Test
    void aRecordingBeginsAtTickZeroAndHoldsTheTakeOver() {
        try (Dataset dataset = SkywayDataset.empty(folder)) {
            Ride ride = ride();
            ride.tick();
            ride.record(dataset.record(new RolloutInfo(ride.spec(), "skyway", OptionalLong.empty(), 1, 1, Instant.EPOCH, Optional.empty())));
            ride.tick();
            steering.pull(1);
            ride.tick();
            Rollout rollout = dataset.rollout(ride.endRecording().join().orElseThrow());
            assertThat(IntStream.range(0, rollout.length()).mapToObj(tick -> rollout.step(tick).events().contains(Event.TAKE_OVER)))
                    .containsExactly(false, true);
        }
    }

    @Test
    void whatTheLearnerWantedIsRecordedWhileThePersonDrives() {
        try (Dataset dataset = SkywayDataset.empty(folder)) {
            Ride ride = ride();
            ride.record(dataset.record(new RolloutInfo(ride.spec(), "skyway", OptionalLong.empty(), 1, 1, Instant.EPOCH, Optional.empty())));
            steering.pull(1);
            ride.tick();
            assertThat(dataset.rollout(ride.endRecording().join().orElseThrow()).step(0).learnerAction().map(action -> action.steer()))
                    .contains(0f);
        }
    }

    private Ride ride() {
        Skyway skyway = SkywayDataset.skyway("alpha");
        Policy straight = _ -> ActionSpec.STEER.neutral();
        return new Ride(skyway, 1, new WhoDrives.ProgramExpert(), new TakeOver(skyway.spec(), Optional.of(straight),
                Optional.of(new PursuitExpert(skyway)), Control.POLICY, steering), _ -> OptionalDouble.empty());
    }
}
