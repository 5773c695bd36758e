package whetstone.labelling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Every training run of a dataset file, whether it gave a policy or not. A run that was going on when its program ended, or was killed,
 * is {@link Outcome.Interrupted} from the next opening on. Reads answer at once from any thread; a returned future completes when the
 * row is on disk. Every method may throw {@link DatasetException} with a sentence for the user.
 */
public interface TrainingLog {
    /** Enters a run as running; completes with the run and its id. */
    CompletableFuture<Run> begin(Plan plan);

    CompletableFuture<Void> epoch(long run, Epoch epoch);

    /** Says how a run ended. @throws IllegalArgumentException in the future, where it ended already */
    CompletableFuture<Void> end(long run, Outcome outcome, Instant at);

    /** Oldest first. */
    List<Run> runs();

    /** The losses of a run, in order. */
    List<Epoch> epochs(long run);

    /**
     * What a run is to do.
     *
     * @param name of the policy in the making
     * @param labels examples that it learns from
     * @param epochs at most
     * @param settings the training request as JSON
     */
    record Plan(String name, int round, OptionalLong parent, int labels, int epochs, String settings, long seed, Instant begunAt) {
        public Plan {
            if (labels < 0 || epochs < 0) {
                throw new IllegalArgumentException("a training run can't have " + labels + " labels and " + epochs + " epochs");
            }
        }
    }

    /**
     * A training run as the file knows it.
     *
     * @param epochsDone epochs whose losses are in the file
     * @param endedAt when it ended; of an interrupted run, when it was last heard of
     */
    record Run(long id, Plan plan, int epochsDone, Outcome outcome, Optional<Instant> endedAt) {}

    /**
     * Mean squared errors after an epoch.
     *
     * @param number from 1
     * @param heldOutLoss NaN where nothing is held out
     */
    record Epoch(int number, double loss, double heldOutLoss, Instant at) {
        public Epoch {
            if (number < 1) {
                throw new IllegalArgumentException("an epoch can't have the number " + number);
            }
        }
    }

    /** How a run ended. */
    sealed interface Outcome {
        record Running() implements Outcome {}

        /** @param policy as saved */
        record Finished(long policy) implements Outcome {}

        record Cancelled() implements Outcome {}

        /** @param reason one sentence: what went wrong and what to do */
        record Failed(String reason) implements Outcome {}

        /** Its program ended before it did. */
        record Interrupted() implements Outcome {}
    }
}
