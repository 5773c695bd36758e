package whetstone.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.model.Control;
import whetstone.model.RolloutInfo;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** Two rides on Skyway from one seed, without a clock. */
class RidesTest {
    private final Steering steering = new Steering(OptionalDouble::empty);
    private final Rides rides = new Boarding(new Worlds(List.of(new SkywayKind())), version -> { throw new AssertionError("there is no " + version); },
            steering, _ -> _ -> OptionalDouble.empty(), _ -> { }).rides(compared());
    @TempDir Path folder;

    private static RideSettings compared() {
        return new RideSettings("skyway:easy", "alpha", new WhoDrives.ProgramExpert(), Optional.of(new WhoDrives.ProgramExpert()), 7, 5);
    }

    @AfterEach
    void close() {
        rides.close();
    }

    @Test
    void fromOneSeedTheSameDriverSeesTheSame() {
        Frames frames = ticks(10);
        assertThat(frames.beside().orElseThrow().picture()).isEqualTo(frames.first().picture());
    }

    @Test
    void bothAreDrivenInStep() {
        assertThat(ticks(10).beside().orElseThrow().tick()).isEqualTo(10);
    }

    @Test
    void thePersonTakesOverTheFirstAlone() {
        steering.pull(0.5);
        Frames frames = ticks(1);
        assertThat(List.of(frames.first().control(), frames.beside().orElseThrow().control())).containsExactly(Control.HUMAN, Control.EXPERT);
    }

    @Test
    void bothAreRecorded() {
        try (Dataset dataset = SkywayDataset.empty(folder)) {
            rides.record(ride -> dataset.record(new RolloutInfo(ride.spec(), "skyway", OptionalLong.empty(), 1, 7, Instant.EPOCH, Optional.empty())));
            ticks(6);
            List<Long> ids = rides.endRecording().join();
            assertThat(ids.stream().map(id -> dataset.rollout(id).length())).containsExactly(6, 6);
        }
    }

    private Frames ticks(int count) {
        for (int i = 1; i < count; i++) {
            rides.tick();
        }
        return rides.tick();
    }
}
