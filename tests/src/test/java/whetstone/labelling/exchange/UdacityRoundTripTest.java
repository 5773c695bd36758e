package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class UdacityRoundTripTest {
    @Property(tries = 10)
    void aLogGivesBackTheSteeringOfEveryFrameThatIsToBeImitated(@ForAll long seed) {
        ImportedRollout rollout = RandomRollouts.of(seed).getFirst();
        List<ImportedRollout> rollouts = List.of(rollout, rollout);
        Assume.that(imitated(rollouts));
        RoundTrip.of(rollouts, new UdacityExport(), new UdacityImport(), (written, read) ->
                assertThat(steering(read)).isEqualTo(steering(written)));
    }

    private static boolean imitated(List<ImportedRollout> rollouts) {
        for (ImportedRollout rollout : rollouts) {
            for (int tick = 0; tick < rollout.length(); tick++) {
                ImportedFrame frame = ((IndexedRollout) rollout).frame().apply(tick);
                if (new Frame(frame.step(), frame.said()).wanted().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Float> steering(Recordings recordings) {
        List<Float> steering = new ArrayList<>();
        for (Recording recording : recordings.recordings()) {
            for (int tick = 0; tick < recording.length(); tick++) {
                recording.withoutPictures(tick).wanted().ifPresent(action -> steering.add(action.steer()));
            }
        }
        return steering;
    }
}
