package whetstone.labelling.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;

/**
 * Writes a stroke while it is given: what waits is written at most {@value #FLUSH_MILLISECONDS} ms after it came, in one transaction,
 * and stays waiting where that fails. Appended to by one thread, written by the store thread.
 */
final class StrokeJournal implements StrokeWriter {
    private static final int FLUSH_MILLISECONDS = 100;

    private final DatasetFile file;
    private final LabelCounts counts;
    private final StrokeTable.Beginning beginning;
    private final CompletableFuture<Long> id;
    private final Executor later;
    private final ConcurrentLinkedQueue<StrokeSamples> samples = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<PlaybackSegment> playback = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private int nextChunk;

    StrokeJournal(DatasetFile file, LabelCounts counts, StrokeTable.Beginning beginning) {
        this.file = file;
        this.counts = counts;
        this.beginning = beginning;
        this.id = file.write(handle -> StrokeTable.insert(handle, beginning, StrokeTable.State.OPEN));
        this.later = CompletableFuture.delayedExecutor(FLUSH_MILLISECONDS, TimeUnit.MILLISECONDS, Runnable::run);
    }

    @Override
    public void append(StrokeSamples given) {
        if (given.dimensions() != beginning.action().size()) {
            throw new IllegalArgumentException("samples of " + given.dimensions() + " dimensions do not fit an action of "
                    + beginning.action().size());
        }
        samples.add(given);
        schedule();
    }

    @Override
    public void append(PlaybackSegment segment) {
        playback.add(segment);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            later.execute(this::flush);
        }
    }

    boolean ended() {
        return ended.get();
    }

    /** Queues the writing of what waits; completes when it is on disk. */
    CompletableFuture<Integer> flush() {
        return file.onStore(() -> {
            scheduled.set(false);
            return ended.get() ? 0 : write(_ -> 0);
        });
    }

    /** Writes what waits and a change that belongs to it, in one transaction. Store thread. */
    private <T> T write(java.util.function.Function<Handle, T> change) {
        List<StrokeSamples> someSamples = new ArrayList<>(samples);
        List<PlaybackSegment> somePlayback = new ArrayList<>(playback);
        boolean some = !someSamples.isEmpty() || !somePlayback.isEmpty();
        T result = file.now(handle -> {
            if (some) {
                StrokeTable.append(handle, id.join(), nextChunk, bytes(someSamples), Blobs.playback(somePlayback));
            }
            return change.apply(handle);
        });
        if (some) {
            nextChunk++;
        }
        someSamples.forEach(_ -> samples.remove());
        somePlayback.forEach(_ -> playback.remove());
        return result;
    }

    private static byte[] bytes(List<StrokeSamples> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(part -> bytes.writeBytes(Blobs.samples(part)));
        return bytes.toByteArray();
    }

    @Override
    public CompletableFuture<List<JournalEntry.Labelled>> finish(List<TickRange> ranges) {
        return file.onStore(() -> {
            List<JournalEntry.Labelled> entries = write(handle -> finish(handle, counts, id.join(), ranges, StrokeTable.State.FINISHED));
            ended.set(true);
            return entries;
        });
    }

    /** Ends a stroke that is whole on disk; without a range it is dropped. */
    static List<JournalEntry.Labelled> finish(Handle handle, LabelCounts counts, long id, List<TickRange> ranges, StrokeTable.State state) {
        StrokeTable.end(handle, id, ranges.isEmpty() ? StrokeTable.State.DROPPED : state);
        Stroke stroke = StrokeTable.read(handle, id);
        List<JournalEntry.Labelled> entries = ranges.stream().map(range -> new JournalEntry.Labelled(0, stroke.rollout(), stroke.expert(),
                Instant.now(), new Label.Correction(range, stroke))).toList();
        return counts.append(handle, stroke.rollout(), entries).stream().map(JournalEntry.Labelled.class::cast).toList();
    }

    @Override
    public void drop() {
        file.onStore(() -> {
            write(handle -> {
                StrokeTable.end(handle, id.join(), StrokeTable.State.DROPPED);
                return 0;
            });
            ended.set(true);
            return 0;
        });
    }
}
