package whetstone.labelling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.replay.PlaybackSegment;

/**
 * Keeps a stroke on disk while it is being given: what was appended 250 ms ago survives a killed process.
 * Never blocks the caller; one caller at a time.
 */
public interface StrokeWriter {
    void append(StrokeSamples samples);

    /** The playback changed: paused, stepped, another speed. */
    void append(PlaybackSegment segment);

    /**
     * Ends the stroke and enters a correction per range in the journal, all with this stroke; completes with the entries as saved,
     * in the order of the ranges. Without a range the stroke is dropped.
     */
    CompletableFuture<List<JournalEntry.Labelled>> finish(List<TickRange> ranges);

    /** Ends the stroke without a label: it stays in the file, marked as dropped. */
    void drop();
}
