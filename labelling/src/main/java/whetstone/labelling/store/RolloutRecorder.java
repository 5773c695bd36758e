package whetstone.labelling.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.store.FrameTable.Frame;
import whetstone.model.Camera;
import whetstone.model.Event;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/**
 * Records one rollout: steps wait in memory, up to a limit, and the store thread compresses and writes them some at a time, each time
 * in one transaction, so that a rollout on disk always ends with a whole step.
 */
final class RolloutRecorder implements RolloutWriter {
    /** What one transaction takes at most, so that a stroke never waits long behind pictures. */
    private static final long BATCH_BYTES = 1L << 20;
    private static final int BATCH_STEPS = 32;

    private final DatasetFile file;
    private final RolloutInfo info;
    private final long limitBytes;
    private final CompletableFuture<Long> id;
    private final ConcurrentLinkedQueue<Frame> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<DatasetException> fault = Optional.empty();
    private int next;

    /** @param limitBytes of pictures that may wait for the disk */
    RolloutRecorder(DatasetFile file, RolloutTable rollouts, RolloutInfo info, long limitBytes) {
        this.file = file;
        this.info = info;
        this.limitBytes = limitBytes;
        this.id = file.write(handle -> rollouts.insert(handle, info));
    }

    @Override
    public void append(Step step) {
        Frame frame = new Frame(step, Map.of());
        check(frame);
        if (fault.isEmpty() && waitingBytes.get() + frame.bytes() > limitBytes) {
            fault = Optional.of(file.faults().because("is on a disk that can't follow the recording: it stopped at tick " + step.tick()
                    + " and what came before is kept. Record smaller pictures, or on a faster disk."));
        }
        enqueue(frame);
    }

    @Override
    public void append(Step step, Map<String, EncodedPicture> originals) {
        Frame frame = new Frame(step, Map.copyOf(originals));
        check(frame);
        while (fault.isEmpty() && waitingBytes.get() > limitBytes / 4) {
            file.onStore(() -> 0).join();
        }
        enqueue(frame);
    }

    private void enqueue(Frame frame) {
        if (fault.isEmpty()) {
            waitingBytes.addAndGet(frame.bytes());
            waiting.add(frame);
            schedule();
        }
    }

    private void check(Frame frame) {
        if (frame.step().tick() != next) {
            throw new IllegalArgumentException("tick " + frame.step().tick() + " was recorded where tick " + next + " was due");
        }
        next++;
        frame.step().seen().pictures().forEach((name, picture) -> {
            Camera camera = info.environment().camera(name);
            checkSize(camera, picture.width(), picture.height());
            if (picture.channels() != camera.channels()) {
                throw new IllegalArgumentException("camera '" + name + "' gave " + picture.channels() + " channels, not "
                        + camera.channels());
            }
        });
        frame.originals().forEach((name, original) ->
                checkSize(info.environment().camera(name), original.width(), original.height()));
    }

    private static void checkSize(Camera camera, int width, int height) {
        if (width != camera.width() || height != camera.height()) {
            throw new IllegalArgumentException("camera '" + camera.name() + "' gave a picture of " + width + " x " + height + ", not "
                    + camera.width() + " x " + camera.height());
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            file.onStore(() -> {
                scheduled.set(false);
                writeSome();
                if (!waiting.isEmpty()) {
                    schedule();
                }
                return 0;
            });
        }
    }

    /** Store thread. */
    private void writeSome() {
        try {
            file.now(this::writeSome);
        } catch (DatasetException | IllegalArgumentException failure) {
            stop(failure);
        }
    }

    private int writeSome(Handle handle) {
        List<Frame> frames = new ArrayList<>();
        long bytes = 0;
        while (bytes < BATCH_BYTES && frames.size() < BATCH_STEPS && !waiting.isEmpty()) {
            Frame frame = waiting.remove();
            bytes += frame.bytes();
            frames.add(frame);
        }
        waitingBytes.addAndGet(-bytes);
        long rollout = id.join();
        FrameTable.insert(handle, rollout, info.environment(), frames);
        int falls = (int) frames.stream().filter(frame -> frame.step().events().contains(Event.FALL)).count();
        RolloutTable.grow(handle, rollout, frames.size(), falls);
        return frames.size();
    }

    /** Keeps what is on disk; what waits is let go. Store thread. */
    private void stop(RuntimeException failure) {
        if (fault.isEmpty()) {
            fault = Optional.of(failure instanceof DatasetException sentence ? sentence
                    : file.faults().because("could not take the recording: " + failure.getMessage(), failure));
        }
        waiting.clear();
        waitingBytes.set(0);
    }

    @Override
    public Optional<String> fault() {
        return fault.map(DatasetException::getMessage);
    }

    /** Queues the writing of all that waits. */
    CompletableFuture<Integer> flush() {
        return file.onStore(() -> {
            while (!waiting.isEmpty()) {
                writeSome();
            }
            return 0;
        });
    }

    boolean ended() {
        return ended.get();
    }

    @Override
    public CompletableFuture<Long> finish() {
        flush();
        return file.onStore(() -> {
            ended.set(true);
            long rollout = file.now(handle -> {
                RolloutTable.finish(handle, id.join());
                return id.join();
            });
            fault.ifPresent(why -> {
                throw why;
            });
            return rollout;
        });
    }
}
