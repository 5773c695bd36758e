package whetstone.app.label;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Workbench;

/**
 * How unsure the labels so far leave one along the clip in view, computed in the background when it is opened and when the dataset has
 * changed; what can't be read is said by the queue, which reads the same. A clip that is labelled blind shows none: it would tell
 * where labels are hidden. FX thread.
 */
final class LabelDoubt {
    private final ReadOnlyObjectWrapper<SortedMap<Integer, Double>> doubt = new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());
    private final Workbench workbench;
    private final LabelModel model;
    private Optional<OpenClip> known = Optional.empty();
    private long newest;

    LabelDoubt(Workbench workbench, LabelModel model) {
        this.workbench = workbench;
        this.model = model;
        model.openProperty().addListener((_, _, _) -> refresh());
        model.journal().trackProperty().addListener((_, _, _) -> show(doubt.get()));
        model.queue().lookingProperty().addListener((_, _, _) -> refresh());
        workbench.changeProperty().addListener((_, _, _) -> refresh());
    }

    /** By tick, a few a second, in [0, 1]; empty where it is not known. */
    ReadOnlyObjectProperty<SortedMap<Integer, Double>> doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    private void show(SortedMap<Integer, Double> values) {
        doubt.set(model.journal().hidesLabels() ? Collections.emptySortedMap() : values);
    }

    private void refresh() {
        Optional<OpenClip> open = model.openProperty().get();
        if (!open.map(OpenClip::id).equals(known.map(OpenClip::id))) {
            show(Collections.emptySortedMap());
        }
        known = open;
        long asked = ++newest;
        open.ifPresent(clip -> model.queue().ranking().ifPresent(clips -> CompletableFuture
                .supplyAsync(() -> clips.doubt(clip.id(), clip.rollout().info().environment().name()), workbench.threads().background())
                .whenCompleteAsync((values, failure) -> {
                    if (asked == newest && failure == null) {
                        show(values);
                    }
                }, workbench.threads().fx())));
    }
}
