package whetstone.app.label;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.trust.Trust;
import whetstone.labelling.trust.TrustEvidence;

/**
 * How far the labels of the clip in view can be trusted, computed in the background whenever they change. What is known of the experts is
 * read once for each clip. Labels that a blind clip hides have no trust either. FX thread.
 */
final class LabelTrust {
    private final ReadOnlyObjectWrapper<float[]> trust = new ReadOnlyObjectWrapper<>(new float[0]);
    private final Workbench workbench;
    private Optional<Known> known = Optional.empty();
    private long newest;

    private record Known(OpenClip clip, CompletableFuture<TrustEvidence> evidence) {}

    LabelTrust(Workbench workbench, LabelModel model) {
        this.workbench = workbench;
        model.journal().trackProperty().addListener((_, _, track) -> follow(model.openProperty().get(), track));
    }

    /** By tick, in [0, 1]; NaN where nothing is labelled. Empty without a clip. */
    ReadOnlyObjectProperty<float[]> trustProperty() {
        return trust.getReadOnlyProperty();
    }

    private void follow(Optional<OpenClip> open, Optional<LabelTrack> track) {
        long asked = ++newest;
        if (open.isEmpty() || track.isEmpty()) {
            trust.set(new float[0]);
            return;
        }
        OpenClip clip = open.get();
        evidence(clip).thenApplyAsync(evidence -> Trust.of(clip.id(), track.get(), clip.ticksPerSecond(), evidence),
                workbench.threads().background()).whenCompleteAsync((computed, failure) -> {
            if (asked != newest) {
                return;
            }
            if (failure == null) {
                trust.set(computed);
            } else {
                workbench.say(Failure.sentence(failure));
            }
        }, workbench.threads().fx());
    }

    private CompletableFuture<TrustEvidence> evidence(OpenClip clip) {
        if (known.filter(now -> now.clip == clip).isEmpty()) {
            // What the clip before said would tell of labels that this one may hide.
            trust.set(new float[0]);
            known = Optional.of(new Known(clip, CompletableFuture.supplyAsync(() -> TrustEvidence.of(clip.dataset()),
                    workbench.threads().background())));
        }
        return known.orElseThrow().evidence;
    }
}
