package whetstone.labelling.exchange.donkeycar;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import whetstone.labelling.exchange.RandomRollouts;
import whetstone.labelling.exchange.RoundTrip;

class DonkeycarRoundTripTest {
    @Property(tries = 30)
    void aTubGivesBackEveryFrameWithItsLabel(@ForAll long seed) {
        RoundTrip.of(RandomRollouts.of(seed), new DonkeycarExport(), new DonkeycarImport(), RoundTrip::assertSameFrames);
    }

    @Property(tries = 10)
    void picturesThatCameAsJpegComeBackToTheByte(@ForAll long seed) {
        RoundTrip.of(RandomRollouts.of(seed), new DonkeycarExport(), new DonkeycarImport(), RoundTrip::assertSameJpegs);
    }
}
