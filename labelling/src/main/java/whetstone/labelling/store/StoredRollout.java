package whetstone.labelling.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/**
 * A rollout in the file as it was when it was asked for; each step is read when it is wanted. Steps without pictures are small and wanted one
 * after the other, so they are read many at a time and the last ones kept. Safe for any thread.
 */
final class StoredRollout implements Rollout {
    private static final int CHUNK = 512;

    private final DatasetFile file;
    private final long id;
    private final RolloutInfo info;
    private final int length;
    private volatile Chunk newest = new Chunk(0, List.of());

    private record Chunk(int from, List<Step> steps) {
        boolean holds(int tick) {
            return tick >= from && tick < from + steps.size();
        }
    }

    StoredRollout(DatasetFile file, long id, RolloutInfo info, int length) {
        this.file = file;
        this.id = id;
        this.info = info;
        this.length = length;
    }

    long id() {
        return id;
    }

    @Override
    public RolloutInfo info() {
        return info;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Step step(int tick) {
        return read(tick, true);
    }

    @Override
    public Step withoutPictures(int tick) {
        Objects.checkIndex(tick, length);
        Chunk chunk = newest;
        if (!chunk.holds(tick)) {
            chunk = around(tick);
            newest = chunk;
        }
        // A damaged frame spoils its chunk only, and is named when it is asked for itself.
        return chunk.holds(tick) ? chunk.steps().get(tick - chunk.from()) : read(tick, false);
    }

    private Chunk around(int tick) {
        int from = tick - tick % CHUNK;
        return file.read(handle -> {
            try {
                return new Chunk(from, FrameTable.readWithoutPictures(handle, id, from, Math.min(length, from + CHUNK), info.environment()));
            } catch (IllegalArgumentException nonsense) {
                return new Chunk(from, List.of());
            }
        });
    }

    private Step read(int tick, boolean withPictures) {
        return read(tick, handle -> FrameTable.read(handle, id, tick, info.environment(), withPictures));
    }

    /** The pictures that came as files, by camera. */
    Map<String, EncodedPicture> originals(int tick) {
        return read(tick, handle -> FrameTable.originals(handle, id, tick));
    }

    private <T> T read(int tick, Function<Handle, T> frame) {
        Objects.checkIndex(tick, length);
        return file.read(handle -> {
            try {
                return frame.apply(handle);
            } catch (IllegalArgumentException nonsense) {
                throw file.faults().nonsense("a frame (tick " + tick + " of rollout " + id + ")", nonsense);
            }
        });
    }
}
