package whetstone.labelling.exchange.donkeycar;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import whetstone.labelling.exchange.RandomRollouts;
import whetstone.labelling.exchange.RoundTrip;

class DonkeycarRoundTripTest {
    @Property(tries = 12)
    void aTubGivesBackEveryFrameWithItsLabelAndJpegsToTheByte(@ForAll long seed) {
        RoundTrip.of(RandomRollouts.of(seed), new DonkeycarExport(), new DonkeycarImport(), (written, read) -> {
            RoundTrip.assertSameFrames(written, read);
            RoundTrip.assertSameJpegs(written, read);
        });
    }
}
