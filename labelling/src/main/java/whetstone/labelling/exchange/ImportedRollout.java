package whetstone.labelling.exchange;

import java.util.Iterator;
import whetstone.labelling.DatasetException;
import whetstone.model.RolloutInfo;

/** One rollout of an {@link ImportSource}. */
public interface ImportedRollout {
    RolloutInfo info();

    /** Number of frames that {@link #frames} gives. */
    int length();

    /**
     * Its frames, ticks 0, 1, 2 ..., one in memory at a time. Each call begins anew.
     * The iterator throws {@link DatasetException} with a sentence where a frame can't be read.
     */
    Iterator<ImportedFrame> frames();
}
