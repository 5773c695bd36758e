package whetstone.labelling.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeRepair;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/** A rollout with its labels in force, as they were when it was asked for: read by tick, any thread. */
public final class Recording {
    /** What a rollout is for. Rollouts are told apart, never frames: neighbours are nearly the same picture. */
    public enum Split { TRAINING, VALIDATION }

    private final long id;
    private final Rollout rollout;
    private final Optional<String> policy;
    private final Split split;
    private final LabelTrack labels;
    private final float[] trust;
    private final IntFunction<Map<String, EncodedPicture>> originals;

    /**
     * @param trust per tick, NaN where nothing is labelled
     * @param originals by tick
     */
    Recording(long id, Rollout rollout, Optional<String> policy, Split split, LabelTrack labels, float[] trust,
              IntFunction<Map<String, EncodedPicture>> originals) {
        this.id = id;
        this.rollout = rollout;
        this.policy = policy;
        this.split = split;
        this.labels = labels;
        this.trust = trust;
        this.originals = originals;
    }

    /** The rollout's id in its dataset file. */
    public long id() {
        return id;
    }

    public RolloutInfo info() {
        return rollout.info();
    }

    /** Number of frames. */
    public int length() {
        return rollout.length();
    }

    /** Name of the policy that drove, where one did. */
    public Optional<String> policy() {
        return policy;
    }

    public Split split() {
        return split;
    }

    /** @throws IndexOutOfBoundsException unless 0 &lt;= tick &lt; length */
    public Frame frame(int tick) {
        return frame(rollout.step(tick));
    }

    /** The frame without its pictures: fast. */
    public Frame withoutPictures(int tick) {
        return frame(rollout.withoutPictures(tick));
    }

    /** The pictures of a frame that were imported as JPEG or PNG files, to the byte and by camera: a format that holds such files takes them. */
    public Map<String, EncodedPicture> originals(int tick) {
        return originals.apply(tick);
    }

    private Frame frame(Step step) {
        return new Frame(step, labels.entry(step.tick()).flatMap(entry -> said(step, entry)));
    }

    private Optional<Said> said(Step step, JournalEntry.Labelled entry) {
        int tick = step.tick();
        double trusted = Float.isNaN(trust[tick]) ? 1 : trust[tick];
        return switch (entry.label()) {
            case Label.Correction(_, Stroke stroke) -> labels.correction(tick).map(action -> new Said(Said.Kind.CORRECTION,
                    Optional.of(action), labels.raw(tick), entry.expert(),
                    labels.repair().repairs(stroke) ? StrokeRepair.VERSION : 0, trusted));
            case Label.Approval _ -> Optional.of(new Said(Said.Kind.APPROVAL, step.learnerAction(), Optional.empty(), entry.expert(), 0,
                    trusted));
            case Label.Rejection _ -> Optional.of(new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), entry.expert(), 0, 1));
        };
    }
}
