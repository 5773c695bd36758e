package whetstone.labelling.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelSelection;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.trust.TrustEvidence;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Examples;

/** The labels of a dataset file: strokes being given, journals, and what is in force. Any thread. */
final class StoredLabels {
    private final DatasetFile file;
    private final RolloutTable rollouts;
    private final LabelCounts counts = new LabelCounts();
    private final ConcurrentLinkedQueue<StrokeJournal> strokes = new ConcurrentLinkedQueue<>();

    StoredLabels(DatasetFile file, RolloutTable rollouts) {
        this.file = file;
        this.rollouts = rollouts;
    }

    /** What is done on opening, before anyone else knows the file. */
    void recover() {
        file.now(handle -> Recovery.run(handle, rollouts, counts));
    }

    StrokeWriter begin(StrokeTable.Beginning beginning) {
        StrokeJournal stroke = new StrokeJournal(file, counts, beginning);
        strokes.removeIf(StrokeJournal::ended);
        strokes.add(stroke);
        return stroke;
    }

    CompletableFuture<JournalEntry> append(JournalEntry entry) {
        return file.write(handle -> counts.append(handle, entry.rollout(), List.of(entry)).getFirst());
    }

    List<JournalEntry> journal(long rollout) {
        return read("a label (of rollout " + rollout + ")", handle -> JournalTable.entries(handle, rollout));
    }

    LabelTrack track(long rollout) {
        return read("a label (of rollout " + rollout + ")",
                handle -> track(handle, file.faults(), rollout, rollouts.get(handle, rollout).length()));
    }

    /** The labels of a rollout in force. @throws IllegalArgumentException with a sentence if its journal can't be used */
    static LabelTrack track(Handle handle, Faults faults, long rollout, int length) {
        return LabelTrack.of(length, JournalTable.entries(handle, rollout),
                StrokeRepair.with(new Calibrations(CalibrationTable.all(handle, faults))));
    }

    /** @param evidence by which each label is trusted and weighed; without it all count the same */
    Examples examples(ActionSpec action, LabelSelection selection, Optional<TrustEvidence> evidence) {
        return read("a label", handle -> new ExampleIndex(file, handle, action, selection, evidence).of(rollouts.all(handle)));
    }

    private <T> T read(String what, Function<Handle, T> reading) {
        return file.read(handle -> {
            try {
                return reading.apply(handle);
            } catch (IllegalArgumentException nonsense) {
                throw file.faults().nonsense(what, nonsense);
            }
        });
    }

    /** Queues the writing of what strokes have not written yet. */
    void flush() {
        strokes.forEach(StrokeJournal::flush);
    }
}
