package whetstone.labelling;

import java.util.concurrent.CompletableFuture;
import whetstone.model.Step;

/** Records a rollout while it is driven; {@code append} hands over and returns at once. Drive thread. */
public interface RolloutWriter {
    void append(Step step);

    /** Completes with the rollout's id once every step is on disk. */
    CompletableFuture<Long> finish();
}
