package whetstone.app.label;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import whetstone.app.Failure;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.StrokeRepair;

/**
 * The labels of the clip in view: what is said goes to the dataset's journal first and shows when it is saved. One thing after the
 * other, so that two quick undos undo two labels. FX thread.
 */
final class Journal {
    private final ReadOnlyObjectWrapper<Optional<LabelTrack>> track = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Executor fx;
    private final InstantSource clock;
    private final Consumer<String> fault;
    private Optional<OpenClip> open = Optional.empty();
    private Optional<LabelTrack> all = Optional.empty();
    private Optional<BlindClip> blind = Optional.empty();
    private BiConsumer<OpenClip, List<? extends JournalEntry>> said = (_, _) -> { };
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    Journal(Executor fx, InstantSource clock, Consumer<String> fault) {
        this.fx = fx;
        this.clock = clock;
        this.fault = fault;
    }

    /** The labels that may be seen: without those of a clip that is labelled blind. */
    ReadOnlyObjectProperty<Optional<LabelTrack>> trackProperty() {
        return track.getReadOnlyProperty();
    }

    /** Whether labels are kept from view, since the clip is labelled blind. */
    boolean hidesLabels() {
        return all.isPresent() && track.get().filter(seen -> seen == all.get()).isEmpty();
    }

    ObservableValue<Boolean> canUndo() {
        return track.map(track -> track.filter(LabelTrack::canUndo).isPresent());
    }

    ObservableValue<Boolean> canRedo() {
        return track.map(track -> track.filter(LabelTrack::canRedo).isPresent());
    }

    /** @param hides the labels of a clip that is labelled blind, until something new is said of it */
    void open(Optional<OpenClip> clip, Optional<BlindClip> hides) {
        open = clip;
        blind = hides;
        show(clip.map(OpenClip::track));
    }

    private void show(Optional<LabelTrack> labels) {
        all = labels;
        track.set(labels.map(seen -> blind.map(clip -> clip.visible(seen)).orElse(seen)));
    }

    /** Reads the strokes by another repair from now on. */
    void repairBy(StrokeRepair repair) {
        show(all.map(labels -> labels.by(repair)));
    }

    /** @param listener called on the FX thread with whatever was said of a clip, once it is on disk */
    void whenSaid(BiConsumer<OpenClip, List<? extends JournalEntry>> listener) {
        said = listener;
    }

    /** Says a label of the clip in view. @param saved given it on the FX thread once it is on disk */
    void say(String expert, Label label, Consumer<List<JournalEntry>> saved) {
        append(labels -> List.of(new JournalEntry.Labelled(0, open.orElseThrow().id(), expert, clock.instant(), label)), saved);
    }

    void undo(String expert, Consumer<List<JournalEntry>> saved) {
        append(labels -> labels.undo(expert, clock.instant()), saved);
    }

    void redo(String expert, Consumer<List<JournalEntry>> saved) {
        append(labels -> labels.redo(expert, clock.instant()), saved);
    }

    /** What a stroke gave, already in the file's journal. */
    void add(OpenClip clip, List<? extends JournalEntry> saved) {
        if (open.filter(now -> now == clip).isPresent()) {
            show(all.map(labels -> labels.plus(saved)));
        }
        said.accept(clip, saved);
    }

    /** What is said from now on comes after this: a stroke that was stopped and is not saved yet. */
    void waitFor(CompletableFuture<?> stroke) {
        work = work.thenCombine(stroke, (_, _) -> null);
    }

    /**
     * Completes on the FX thread once it is on disk and shown, or was refused with a sentence.
     *
     * @param entries made of the labels in force, once everything before it is saved; on the FX thread
     */
    CompletableFuture<Void> append(Function<LabelTrack, List<JournalEntry>> entries, Consumer<List<JournalEntry>> saved) {
        if (open.isEmpty()) {
            return work;
        }
        OpenClip clip = open.get();
        work = work.thenComposeAsync(_ -> save(clip, open.filter(now -> now == clip).flatMap(_ -> track.get()).map(entries)
                        .orElse(List.of())), fx)
                .thenAcceptAsync(written -> {
                    add(clip, written);
                    if (!written.isEmpty()) {
                        saved.accept(written);
                    }
                }, fx)
                .exceptionallyAsync(failure -> {
                    fault.accept(Failure.sentence(failure));
                    return null;
                }, fx);
        return work;
    }

    private static CompletableFuture<List<JournalEntry>> save(OpenClip clip, List<JournalEntry> entries) {
        CompletableFuture<List<JournalEntry>> all = CompletableFuture.completedFuture(List.of());
        for (JournalEntry entry : entries) {
            all = all.thenCombine(clip.dataset().append(entry), (before, written) -> {
                List<JournalEntry> longer = new ArrayList<>(before);
                longer.add(written);
                return longer;
            });
        }
        return all;
    }
}
