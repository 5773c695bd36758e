package whetstone.labelling.exchange;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvRoundTripTest {
    @Property(tries = 12)
    void aTableGivesBackEveryFrameWithItsLabelAndPictures(@ForAll long seed) {
        RoundTrip.of(RandomRollouts.of(seed), new CsvExport(), new CsvImport(), (written, read) -> {
            RoundTrip.assertSameFrames(written, read);
            RoundTrip.assertSamePictures(written, read);
        });
    }
}
