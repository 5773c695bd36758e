package whetstone.labelling.exchange;

import java.util.OptionalLong;

/**
 * How an import ended.
 *
 * @param rollout its id; none where it was cancelled
 * @param frames in the rollout
 * @param labelled frames that carry a human's action
 */
public record ImportResult(OptionalLong rollout, int frames, int labelled) {
    static final ImportResult CANCELLED = new ImportResult(OptionalLong.empty(), 0, 0);

    public boolean cancelled() {
        return rollout.isEmpty();
    }
}
