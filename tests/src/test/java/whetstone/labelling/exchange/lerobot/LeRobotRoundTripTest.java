package whetstone.labelling.exchange.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.RandomRollouts;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.RoundTrip;
import whetstone.model.Camera;

/** Everything comes back; of grey pictures, which LeRobot does not know, the same in three channels. */
class LeRobotRoundTripTest {
    @Property(tries = 10)
    void v21GivesBackEveryFrameWithItsLabelAndPictures(@ForAll long seed) {
        List<ImportedRollout> rollouts = List.of(RandomRollouts.of(seed).getFirst());
        RoundTrip.of(rollouts, LeRobotExport.v21(), LeRobotImport.v21(), LeRobotRoundTripTest::assertSame);
    }

    @Property(tries = 10)
    void v30GivesBackEveryFrameWithItsLabelAndPictures(@ForAll long seed) {
        List<ImportedRollout> rollouts = List.of(RandomRollouts.of(seed).getFirst());
        RoundTrip.of(rollouts, LeRobotExport.v30(), LeRobotImport.v30(), LeRobotRoundTripTest::assertSame);
    }

    private static void assertSame(Recordings written, Recordings read) {
        boolean grey = written.recordings().getFirst().info().environment().cameras().stream().mapToInt(Camera::channels).anyMatch(few -> few == 1);
        if (grey) {
            assertSameInColour(written.recordings().getFirst(), read.recordings().getFirst());
        } else {
            RoundTrip.assertSameFrames(written, read);
            RoundTrip.assertSamePictures(written, read);
        }
    }

    private static void assertSameInColour(Recording written, Recording read) {
        assertThat(read.info()).isEqualTo(LeRobotImport.held(written.info()));
        for (int tick = 0; tick < written.length(); tick++) {
            Frame one = written.frame(tick);
            Frame other = read.frame(tick);
            assertThat(other.wanted().map(action -> List.of(action.toArray()))).usingRecursiveComparison()
                    .isEqualTo(one.wanted().map(action -> List.of(action.toArray())));
            one.step().seen().pictures().forEach((camera, picture) ->
                    assertThat(other.step().seen().picture(camera)).isEqualTo(PictureFiles.inColour(picture)));
        }
    }
}
