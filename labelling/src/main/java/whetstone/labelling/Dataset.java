package whetstone.labelling;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import whetstone.model.ActionSpec;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.learning.Examples;
import whetstone.model.policy.PolicyVersion;

/**
 * The dataset file: rollouts, labels, policies, rounds and settings, in one file that a person can mail.
 * Reads answer at once from any thread; writes are queued to the store thread in the order given, and a returned future
 * completes when the row is on disk. Every method may throw {@link DatasetException} with a sentence for the user.
 */
public interface Dataset extends AutoCloseable {
    Path file();

    // Rollouts

    RolloutWriter record(RolloutInfo info);

    List<RolloutSummary> rollouts();

    /** @throws DatasetException if there is none with this id */
    Rollout rollout(long id);

    /** The pictures of a frame that were imported as files and are kept to the byte, by camera; none of those that were recorded here. */
    Map<String, EncodedPicture> originals(long rollout, int tick);

    /** Marks a rollout as deleted, or takes the mark away. */
    CompletableFuture<Void> markDeleted(long rollout, boolean deleted);

    /** Changes where the front camera of a recording sits, for drawing ribbons. */
    CompletableFuture<Void> setCameraProfile(long rollout, whetstone.model.CameraProfile profile);

    // Labels

    StrokeWriter beginStroke(long rollout, String expert, String device, Instant startedAt, double ticksPerSecond, ActionSpec action);

    /** Appends to the journal; completes with the entry as saved, with its id. */
    CompletableFuture<JournalEntry> append(JournalEntry entry);

    /** The journal of one rollout, oldest first, each correction with its stroke. */
    List<JournalEntry> journal(long rollout);

    /** The labels of one rollout in force. */
    LabelTrack track(long rollout);

    /**
     * All labelled frames in force of all rollouts not deleted, as a snapshot of this moment: corrections give the expert's action,
     * approvals the learner's, and frames that a program expert or a human drove give the executed action where they carry no label.
     */
    default Examples examples(ActionSpec action) {
        return examples(action, Weighting.EQUAL);
    }

    default Examples examples(ActionSpec action, Weighting weighting) {
        return examples(action, weighting, LabelSelection.ALL);
    }

    /** The same, of some labels only. */
    Examples examples(ActionSpec action, Weighting weighting, LabelSelection selection);

    /** Number of labelled ticks in force over all rollouts not deleted. */
    int labels();

    // The people who label

    Experts experts();

    // Policies and rounds

    CompletableFuture<PolicyVersion> save(PolicyVersion version);

    /** Oldest first. */
    List<PolicyVersion> policies();

    /** The version that drives, where one was chosen. */
    Optional<PolicyVersion> driver();

    CompletableFuture<Void> makeDriver(OptionalLong policy);

    CompletableFuture<Round> save(Round round);

    List<Round> rounds();

    TrainingLog trainings();

    // Settings that belong to the file: expert's name, chosen options; small texts by key

    Optional<String> setting(String key);

    CompletableFuture<Void> setSetting(String key, String value);

    /** Waits until everything queued is on disk, then closes. */
    @Override
    void close();
}
