package whetstone.labelling.exchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import whetstone.labelling.exchange.RandomRollouts;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.RoundTrip;

/** What goes out as HDF5 comes back as it was, whatever it holds. */
class Hdf5RoundTripTest {
    @Property(tries = 30)
    void robomimicGivesBackEveryFrameWithItsLabel(@ForAll long seed) {
        RoundTrip.of(RandomRollouts.of(seed), new RobomimicExport(), new RobomimicImport(), Hdf5RoundTripTest::assertSame);
    }

    @Property(tries = 30)
    void minariGivesBackEveryFrameWithItsLabel(@ForAll long seed) {
        // All rollouts of a file are of one environment there.
        RoundTrip.of(RandomRollouts.of(seed).subList(0, 1), new MinariExport(), new MinariImport(), Hdf5RoundTripTest::assertSame);
    }

    private static void assertSame(Recordings written, Recordings read) {
        RoundTrip.assertSameFrames(written, read);
        for (int i = 0; i < read.recordings().size(); i++) {
            for (int tick = 0; tick < read.recordings().get(i).length(); tick++) {
                assertThat(read.recordings().get(i).frame(tick).step().seen().pictures())
                        .isEqualTo(written.recordings().get(i).frame(tick).step().seen().pictures());
            }
        }
    }
}
