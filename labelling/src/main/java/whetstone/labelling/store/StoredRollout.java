package whetstone.labelling.store;

import java.util.Objects;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/** A rollout in the file as it was when it was asked for; each step is read when it is wanted. Safe for any thread. */
record StoredRollout(DatasetFile file, long id, RolloutInfo info, int length) implements Rollout {
    @Override
    public Step step(int tick) {
        return read(tick, true);
    }

    @Override
    public Step withoutPictures(int tick) {
        return read(tick, false);
    }

    private Step read(int tick, boolean withPictures) {
        Objects.checkIndex(tick, length);
        return file.read(handle -> {
            try {
                return FrameTable.read(handle, id, tick, info.environment(), withPictures);
            } catch (IllegalArgumentException nonsense) {
                throw file.faults().nonsense("a frame (tick " + tick + " of rollout " + id + ")", nonsense);
            }
        });
    }
}
