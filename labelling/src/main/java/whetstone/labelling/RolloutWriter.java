package whetstone.labelling;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import whetstone.model.Step;

/**
 * Records a rollout while it is driven or imported; one caller at a time. Steps come in order, ticks 0, 1, 2 ...
 * Where the file can't be written any more, or the disk is too slow, the recording stops, keeps what came before, and says so in
 * {@link #fault}.
 */
public interface RolloutWriter {
    /** Hands over and returns at once. Drive thread. */
    void append(Step step);

    /**
     * Hands over a step with picture files as they were found, kept to the byte; may wait for the disk, so not for the drive thread.
     *
     * @param originals by camera name; a camera in here needs no picture in the step's observation
     */
    void append(Step step, Map<String, EncodedPicture> originals);

    /** Why the recording stopped before its end, if it did: one sentence. Any thread. */
    Optional<String> fault();

    /** Completes with the rollout's id once every step is on disk; fails with the sentence of {@link #fault} where there is one. */
    CompletableFuture<Long> finish();
}
