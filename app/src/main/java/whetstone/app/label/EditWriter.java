package whetstone.app.label;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import whetstone.app.Workbench;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.editing.Curve;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.labelling.editing.EditableLabels;

/**
 * Edits on their way into the journal: each is made of the labels in force when its turn comes, so that edits which follow quickly build
 * on one another, and all that it says is of one moment, so that one undo takes it back. FX thread.
 */
final class EditWriter {
    private final LabelModel label;
    private final Workbench workbench;
    private final InstantSource clock;

    EditWriter(LabelModel label, Workbench workbench, InstantSource clock) {
        this.label = label;
        this.workbench = workbench;
        this.clock = clock;
    }

    /**
     * Completes on the FX thread once the labels are on disk and shown, or were refused.
     *
     * @param edit gives the new curves, ascending and apart from each other
     */
    CompletableFuture<Void> correct(Function<EditableLabels, List<Curve>> edit) {
        return label.openProperty().get().map(clip -> {
            StrokeRecorder.Head head = new StrokeRecorder.Head(clip.id(), workbench.expertProperty().get(), DrawnStroke.DEVICE,
                    clock.instant(), clip.ticksPerSecond(), clip.rollout().info().environment().action());
            return label.recording().enter(clip, track -> {
                EditableLabels now = new EditableLabels(track, clip.unlabelled());
                return now.corrections(head, edit.apply(now));
            });
        }).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** The learner was right wherever in the clip nothing was said. */
    void approveTheRest() {
        label.openProperty().get().ifPresent(clip -> {
            var moment = clock.instant();
            label.recording().enter(clip, track -> new EditableLabels(track, clip.unlabelled())
                    .approvals(clip.id(), workbench.expertProperty().get(), moment, clip.clip()));
        });
    }
}
