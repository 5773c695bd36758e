package whetstone.labelling.exchange.hdf5;

import java.util.Optional;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ReadBack;
import whetstone.labelling.exchange.Said;
import whetstone.model.Step;

/** What an export that keeps everything in arrays must give back: pictures, actions, who was in control, labels, to the last bit. */
final class ProvenanceComparison implements ReadBack.Comparison {
    static ReadBack.Comparison of() {
        return new ProvenanceComparison();
    }

    @Override
    public Optional<String> difference(Frame written, ImportedFrame read) {
        Step was = written.step();
        Step is = read.step();
        if (!ReadBack.samePictures(written, read, 0)) {
            return Optional.of("a picture");
        }
        if (!was.seen().state().equals(is.seen().state())) {
            return Optional.of("what was measured");
        }
        if (!ReadBack.same(was.learnerAction(), is.learnerAction(), 0) || !ReadBack.same(was.executedAction(), is.executedAction(), 0)
                || !ReadBack.same(was.expertAction(), is.expertAction(), 0)) {
            return Optional.of("an action");
        }
        if (was.control() != is.control() || !was.events().equals(is.events())) {
            return Optional.of("who was in control or what happened");
        }
        boolean sameRaw = ReadBack.same(written.said().flatMap(Said::raw), read.said().flatMap(Said::raw), 0);
        return ReadBack.sameLabel(written, read, 0) && sameRaw ? Optional.empty() : Optional.of("the label");
    }
}
