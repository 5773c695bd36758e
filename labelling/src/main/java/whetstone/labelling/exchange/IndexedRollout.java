package whetstone.labelling.exchange;

import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import whetstone.model.RolloutInfo;

/** A rollout whose frames are found by their number. */
public record IndexedRollout(RolloutInfo info, int length, IntFunction<ImportedFrame> frame) implements ImportedRollout {
    @Override
    public Iterator<ImportedFrame> frames() {
        return IntStream.range(0, length).mapToObj(frame).iterator();
    }
}
