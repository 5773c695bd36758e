package whetstone.labelling.editing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/**
 * The labels of one rollout as an editor sees them: an action at every tick, that of the correction in force or else what would stand
 * without one. Edits change the steering; other dimensions stay as they are. Immutable.
 */
public final class EditableLabels {
    private final LabelTrack track;
    private final List<Action> unlabelled;
    private final Curve steering;

    /** @param unlabelled at every tick, the learner's action, or what was executed where it was not asked */
    public EditableLabels(LabelTrack track, List<Action> unlabelled) {
        if (unlabelled.size() != track.length()) {
            throw new IllegalArgumentException(unlabelled.size() + " actions do not fit a rollout of " + track.length() + " ticks");
        }
        this.track = track;
        this.unlabelled = List.copyOf(unlabelled);
        this.steering = Curve.of(new TickRange(0, track.length()), tick -> action(tick).steer());
    }

    /** The steering at every tick of the rollout. */
    public Curve steering() {
        return steering;
    }

    private Action action(int tick) {
        return track.correction(tick).orElseGet(() -> unlabelled.get(tick));
    }

    /** The stretches that may be edited where a range is marked: all but what was rejected. */
    public List<TickRange> notRejected(TickRange within) {
        return stretches(within, tick -> !(track.label(tick).orElse(null) instanceof Label.Rejection));
    }

    /** The stretches that are learned from: under a correction or an approval. */
    public List<TickRange> labelled(TickRange within) {
        return stretches(within, tick -> track.label(tick).filter(label -> !(label instanceof Label.Rejection)).isPresent());
    }

    /** The stretches of which nothing was said yet. */
    public List<TickRange> unsaid(TickRange within) {
        return stretches(within, tick -> track.label(tick).isEmpty());
    }

    private static List<TickRange> stretches(TickRange within, IntPredicate belongs) {
        List<TickRange> found = new ArrayList<>();
        int from = -1;
        for (int tick = within.from(); tick <= within.to(); tick++) {
            boolean inside = tick < within.to() && belongs.test(tick);
            if (inside && from < 0) {
                from = tick;
            } else if (!inside && from >= 0) {
                found.add(new TickRange(from, tick));
                from = -1;
            }
        }
        return List.copyOf(found);
    }

    /** The steering after an edit, inside the bounds of the action. */
    public Curve after(Edit edit) {
        Action any = unlabelled.getFirst();
        ActionSpec.Dimension bounds = any.spec().dimensions().get(any.spec().indexOf("steer"));
        return edit.on(steering).within(bounds.low(), bounds.high());
    }

    /**
     * What to append to the journal so that these curves are the labels in force on their ticks. All entries are of one moment: one
     * undo takes them back together.
     *
     * @param head its start is the moment; its action that of the rollout
     * @param drawn ascending and apart from each other
     */
    public List<JournalEntry> corrections(StrokeRecorder.Head head, List<Curve> drawn) {
        int steer = head.action().indexOf("steer");
        return drawn.stream().<JournalEntry>map(curve -> labelled(head, new Label.Correction(curve.range(),
                DrawnStroke.of(head, curve.range(), tick -> {
                    float[] values = action(tick).toArray();
                    values[steer] = curve.at(tick);
                    return head.action().clamp(values);
                })))).toList();
    }

    /** What to append so that the learner was right wherever nothing was said; one undo takes it back. */
    public List<JournalEntry> approvals(long rollout, String expert, Instant at, TickRange within) {
        return unsaid(within).stream().<JournalEntry>map(range ->
                new JournalEntry.Labelled(0, rollout, expert, at, new Label.Approval(range))).toList();
    }

    private static JournalEntry.Labelled labelled(StrokeRecorder.Head head, Label label) {
        return new JournalEntry.Labelled(0, head.rollout(), head.expert(), head.startedAt(), label);
    }
}
