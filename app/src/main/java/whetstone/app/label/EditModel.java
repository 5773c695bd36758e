package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.Curve;
import whetstone.labelling.editing.Edit;
import whetstone.labelling.editing.EditableLabels;
import whetstone.labelling.editing.Interpolate;
import whetstone.labelling.editing.Mirror;
import whetstone.labelling.editing.Scale;
import whetstone.labelling.editing.Shift;
import whetstone.labelling.editing.Smooth;

/**
 * The labels of the clip in view as they are edited: whether editing is on, what an edit under way would make of the curve, the key
 * frames, and the verbs. Every verb is one step of the journal, taken back by one undo. FX thread.
 */
final class EditModel {
    private static final double SMOOTHING_SECONDS = 0.2;
    private static final double SCALE_STEP = 1.1;
    private static final double VALUE_STEP = 0.05;

    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Curve>> curve = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Curve>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<EditTarget> target = new ReadOnlyObjectWrapper<>(EditTarget.NONE);
    private final KeyFrames keys = new KeyFrames();
    private final LabelModel label;
    private final EditWriter writer;
    private final Runnable nothing;
    private Optional<EditableLabels> labels = Optional.empty();
    private Optional<Edit> underWay = Optional.empty();

    /** @param nothing called where a verb has nothing to act on */
    EditModel(LabelModel label, EditWriter writer, Runnable nothing) {
        this.label = label;
        this.writer = writer;
        this.nothing = nothing;
        label.steering().previewWith(this::previewAt);
        label.openProperty().addListener((_, _, clip) -> {
            drop();
            keys.open(clip);
        });
        label.journal().trackProperty().addListener((_, _, _) -> look());
        label.marks().rangeProperty().addListener((_, _, _) -> aim());
        label.recording().recordingProperty().addListener((_, _, records) -> {
            if (records) {
                leave();
            }
        });
    }

    ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** The steering over the whole recording, while it is edited: the label's, or the learner's where there is none. */
    ReadOnlyObjectProperty<Optional<Curve>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** What the edit under way would make of the curve, on the ticks that change. */
    ReadOnlyObjectProperty<Optional<Curve>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What the verbs act on now. */
    ReadOnlyObjectProperty<EditTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    KeyFrames keys() {
        return keys;
    }

    // The mode

    void toggle() {
        if (editing.get()) {
            leave();
        } else if (label.openProperty().get().isPresent() && !label.recording().recordingProperty().get()) {
            label.player().pause();
            editing.set(true);
            look();
        }
    }

    void leave() {
        drop();
        editing.set(false);
        look();
    }

    /** Drops the edit under way, or else leaves the mode. */
    void escape() {
        if (underWay.isPresent()) {
            drop();
        } else {
            leave();
        }
    }

    private void look() {
        labels = label.openProperty().get().flatMap(clip -> label.journal().trackProperty().get()
                .filter(track -> editing.get() && track.length() == clip.length())
                .map(track -> new EditableLabels(track, clip.unlabelled())));
        curve.set(labels.map(EditableLabels::steering));
        aim();
    }

    private void aim() {
        target.set(labels.flatMap(now -> label.openProperty().get().map(clip -> target(now, clip))).orElse(EditTarget.NONE));
    }

    private EditTarget target(EditableLabels now, OpenClip clip) {
        return EditTarget.of(now, label.marks().range(), clip.clip(), clip.ticksPerSecond());
    }

    // An edit with the mouse, shown before it is made

    /** Shows what an edit would do, with the recording at a tick, or at the nearest one that changes. */
    void preview(Edit edit, int tick) {
        labels.ifPresent(now -> {
            underWay = Optional.of(edit);
            Curve after = now.after(edit);
            preview.set(Optional.of(after));
            label.player().seek(Math.clamp(tick, after.range().from(), after.range().to() - 1));
        });
    }

    /** Makes the edit under way; what it was to be is shown until it is the label. */
    void commit() {
        underWay.ifPresent(edit -> {
            underWay = Optional.empty();
            writer.correct(now -> List.of(now.after(edit))).thenRun(() -> {
                if (underWay.isEmpty()) {
                    drop();
                }
            });
        });
    }

    void drop() {
        underWay = Optional.empty();
        if (preview.get().isPresent()) {
            preview.set(Optional.empty());
            label.pulse();
        }
    }

    private OptionalDouble previewAt(int tick) {
        return preview.get().filter(now -> now.covers(tick)).map(now -> OptionalDouble.of(now.at(tick))).orElse(OptionalDouble.empty());
    }

    // Verbs on the marked range, or on the clip's labels

    void smooth() {
        label.openProperty().get().ifPresent(clip -> {
            int radius = Math.max(1, (int) Math.round(SMOOTHING_SECONDS * clip.ticksPerSecond()));
            onTarget(range -> new Smooth(range, radius));
        });
    }

    void stronger() {
        onTarget(range -> new Scale(range, SCALE_STEP));
    }

    void weaker() {
        onTarget(range -> new Scale(range, 1 / SCALE_STEP));
    }

    /** @param ticks positive is later */
    void shiftBy(int ticks) {
        onTarget(range -> new Shift(range, ticks, 0));
    }

    /** @param steps positive is to the right */
    void steerBy(int steps) {
        onTarget(range -> new Shift(range, 0, steps * VALUE_STEP));
    }

    private void onTarget(Function<TickRange, Edit> edit) {
        if (target.get().isEmpty()) {
            nothing.run();
            return;
        }
        label.openProperty().get().ifPresent(clip -> writer.correct(now -> target(now, clip).stretches().stream()
                .map(range -> now.after(edit.apply(range))).toList()));
    }

    /** Pastes the marked range to the playhead with left and right exchanged. */
    void mirror() {
        label.marks().range().ifPresentOrElse(source -> label.player().tick().ifPresent(tick ->
                writer.correct(now -> List.of(now.after(new Mirror(source, tick))))), nothing);
    }

    /** The learner was right wherever in the clip nothing was said. */
    void approveTheRest() {
        writer.approveTheRest();
    }

    // Key frames

    /** At the playhead, with what the expert steers there: the stick where it moves, else the label, else the learner's. */
    void keyFrame() {
        curve.get().ifPresent(now -> label.player().tick().ifPresent(tick ->
                keys.set(tick, label.expertSteerProperty().get().orElse(now.at(tick)))));
    }

    void removeKeyFrame() {
        label.player().tick().ifPresent(keys::remove);
    }

    void interpolate() {
        keys.joined().ifPresent(edit -> {
            writer.correct(now -> List.of(now.after(edit)));
            keys.clear();
        });
    }

    /** What joining the key frames would give. */
    Optional<Curve> joined() {
        return labels.flatMap(now -> keys.joined().map((Interpolate edit) -> now.after(edit)));
    }
}
