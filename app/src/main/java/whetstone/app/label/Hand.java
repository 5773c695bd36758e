package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.SampleListener;
import whetstone.labelling.replay.Replay;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

/**
 * The expert's hand on the stick: where it is now, for the ribbon, and the stroke it gives while one is recorded. Samples and the
 * recorder live on the drive thread, where the stick is polled, so a busy window never loses one; {@link #now} is read from any thread.
 */
final class Hand implements SampleListener {
    private final Executor drive;
    private final Ticker ticker;
    private final Runnable moved;
    private final Consumer<String> fault;
    private volatile Position now = new Position(0, Long.MIN_VALUE);
    /** From here on the drive thread's alone. */
    private Optional<StrokeRecorder> recorder = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private ActionSpec action = ActionSpec.STEER;
    private float[] newest = {0};
    private boolean told;

    /**
     * @param moved called when the stick moved, on the drive thread
     * @param fault takes the sentence that ended a stroke before its end, on the drive thread
     */
    Hand(Executor drive, Ticker ticker, Runnable moved, Consumer<String> fault) {
        this.drive = drive;
        this.ticker = ticker;
        this.moved = moved;
        this.fault = fault;
    }

    /**
     * Where the stick is.
     *
     * @param steer in [-1, 1]
     * @param nanos when it came there; {@link Long#MIN_VALUE} where it never moved
     */
    record Position(double steer, long nanos) {
        /** A hand that rested this long lets the label in force be seen again. */
        private static final long RESTS_NANOS = 1_500_000_000L;

        boolean rests(long present) {
            return nanos == Long.MIN_VALUE || present - nanos > RESTS_NANOS;
        }

        /** What counts as the expert's steering: the hand while it moves or records, else the label, else where the hand rests. */
        OptionalDouble shown(long present, boolean recording, OptionalDouble label) {
            OptionalDouble live = nanos == Long.MIN_VALUE ? OptionalDouble.empty() : OptionalDouble.of(steer);
            return recording || !rests(present) || label.isEmpty() ? live : label;
        }
    }

    /**
     * A stroke that was stopped and waits for the answers to its last frames.
     *
     * @param until when they are there
     */
    private record Ending(StrokeRecorder stroke, long until, CompletableFuture<List<JournalEntry.Labelled>> saved) {}

    Position now() {
        return now;
    }

    /** Takes up the stick where it is, without a move. */
    void adopt(float[] values) {
        drive.execute(() -> newest = values);
    }

    @Override
    public void sample(long nanos, float[] values) {
        newest = values;
        recorder.ifPresent(stroke -> stroke.take(nanos, fitted()));
        ending.ifPresent(last -> last.stroke.take(nanos, fitted()));
        if (Float.isFinite(values[0]) && values[0] != now.steer) {
            now = new Position(values[0], ticker.nanos());
            moved.run();
        }
    }

    @Override
    public void polled(long nanos) {
        recorder.ifPresent(stroke -> {
            stroke.poll(nanos);
            tellFault(stroke);
        });
        ending.ifPresent(last -> {
            last.stroke.poll(nanos);
            if (nanos >= last.until) {
                finishEnding();
            }
        });
    }

    @Override
    public void unplugged(long nanos) {
        ending.ifPresent(last -> last.stroke.unplugged(nanos));
        recorder.ifPresent(stroke -> {
            stroke.unplugged(nanos);
            tellFault(stroke);
        });
    }

    /** Begins a stroke; fails with the dataset's sentence where the file can't take one. */
    CompletableFuture<Void> begin(Dataset dataset, StrokeRecorder.Head head, Replay replay, Optional<TickRange> punchIn) {
        return CompletableFuture.runAsync(() -> {
            action = head.action();
            told = false;
            recorder = Optional.of(StrokeRecorder.begin(dataset, head, replay, punchIn, ticker.nanos(), fitted()));
        }, drive);
    }

    /** Ends the stroke, where one is given, at this moment, and completes with its corrections as saved. */
    CompletableFuture<List<JournalEntry.Labelled>> end() {
        return end(StrokeRepair.NONE);
    }

    /**
     * Stops the stroke, where one is given, and ends it when the last frame shown is answered; completes with its corrections as saved.
     *
     * @param repair by which the stroke will be read: it knows how late this hand is
     */
    CompletableFuture<List<JournalEntry.Labelled>> end(StrokeRepair repair) {
        return CompletableFuture.supplyAsync(() -> stop(repair), drive).thenCompose(saved -> saved);
    }

    /** Waits for nothing any more: a stroke that waits for answers ends now. */
    void settle() {
        drive.execute(this::finishEnding);
    }

    private CompletableFuture<List<JournalEntry.Labelled>> stop(StrokeRepair repair) {
        finishEnding();
        if (recorder.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        StrokeRecorder stopped = recorder.get();
        recorder = Optional.empty();
        long present = ticker.nanos();
        Ending last = new Ending(stopped, stopped.release(present, repair), new CompletableFuture<>());
        ending = Optional.of(last);
        if (last.until <= present) {
            finishEnding();
        }
        return last.saved;
    }

    private void finishEnding() {
        Optional<Ending> last = ending;
        ending = Optional.empty();
        last.ifPresent(ended -> ended.stroke.finish(ticker.nanos()).whenComplete((entries, failure) -> {
            if (failure == null) {
                ended.saved.complete(entries);
            } else {
                ended.saved.completeExceptionally(failure);
            }
        }));
    }

    /** Once: the stroke is ended by whoever is told. */
    private void tellFault(StrokeRecorder stroke) {
        if (stroke.fault().isPresent() && !told) {
            told = true;
            fault.accept(stroke.fault().get());
        }
    }

    /** The stick's values for the recording's action: what the stick does not give is neutral. */
    private float[] fitted() {
        float[] values = action.neutral().toArray();
        System.arraycopy(newest, 0, values, 0, Math.min(newest.length, values.length));
        return values;
    }
}
