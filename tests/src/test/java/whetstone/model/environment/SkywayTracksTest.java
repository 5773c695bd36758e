package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whetstone.model.Event;
import whetstone.model.expert.PursuitExpert;

class SkywayTracksTest {
    static Stream<Arguments> everyTrackAndDifficulty() {
        Stream<String> names = Stream.concat(Stream.concat(SkywayTracks.training().stream(), SkywayTracks.heldOut().stream()),
                Stream.of("random:1", "random:2"));
        return names.flatMap(name -> Difficulty.all().stream().map(difficulty -> Arguments.of(name, difficulty)));
    }

    @ParameterizedTest
    @MethodSource("everyTrackAndDifficulty")
    void theExpertDrivesAHundredLapsWithoutAFall(String track, Difficulty difficulty) {
        Skyway skyway = new Skyway(SkywaySettings.experiment(track, difficulty));
        PursuitExpert expert = new PursuitExpert(skyway);
        skyway.start(1);
        int laps = 0;
        while (laps < 100) {
            Kart.Moved moved = skyway.drive(expert.advise());
            assertThat(moved.events()).doesNotContain(Event.FALL);
            laps += moved.events().contains(Event.LAP) ? 1 : 0;
        }
    }

    @ParameterizedTest
    @MethodSource("everyTrackAndDifficulty")
    void theExpertKeepsASafetyMarginOfHalfTheWay(String track, Difficulty difficulty) {
        Skyway skyway = new Skyway(SkywaySettings.experiment(track, difficulty));
        PursuitExpert expert = new PursuitExpert(skyway);
        skyway.start(2);
        for (int tick = 0; tick < 1000; tick++) {
            skyway.drive(expert.advise());
            assertThat(Math.abs(skyway.kart().lateral())).isLessThan(difficulty.roadWidth() / 4);
        }
    }

    @Test
    void noHeldOutTrackIsTrainedOn() {
        assertThat(SkywayTracks.heldOut()).isNotEmpty().doesNotContainAnyElementsOf(SkywayTracks.training());
    }

    @Test
    void aTrackClosesWithoutAJump() {
        Track track = SkywayTracks.track("alpha", Difficulty.FROZEN);
        int last = track.samples() - 1;
        assertThat(Math.hypot(track.x[last] - track.x[0], track.y[last] - track.y[0])).isBetween(0.45, 0.55);
        assertThat(Math.abs(track.z[last] - track.z[0])).isLessThan(0.1);
    }

    @Test
    void theSameRandomSeedLaysTheSameTrack() {
        Track track = SkywayTracks.track("random:42", Difficulty.FROZEN);
        assertThat(SkywayTracks.track("random:42", Difficulty.FROZEN).x).isEqualTo(track.x);
        assertThat(SkywayTracks.track("random:43", Difficulty.FROZEN).x).isNotEqualTo(track.x);
    }

    @Test
    void aRandomTrackNeedsAWholeNumber() {
        assertThatThrownBy(() -> SkywayTracks.track("random:x", Difficulty.EASY)).hasMessageContaining("random:7");
    }
}
