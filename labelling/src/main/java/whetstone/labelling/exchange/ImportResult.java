package whetstone.labelling.exchange;

import java.util.List;

/**
 * How an import ended.
 *
 * @param rollouts their ids; none where it was cancelled
 * @param frames in the rollouts
 * @param labelled frames that carry a human's action
 */
public record ImportResult(List<Long> rollouts, int frames, int labelled) {
    static final ImportResult CANCELLED = new ImportResult(List.of(), 0, 0);

    public ImportResult {
        rollouts = List.copyOf(rollouts);
    }

    public boolean cancelled() {
        return rollouts.isEmpty();
    }
}
