package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.Dataset;
import whetstone.labelling.trust.RepeatPlan;
import whetstone.model.Picture;
import whetstone.model.Rollout;

/** The clips of the open dataset, most to gain first; ranked anew on a reading thread whenever the contents changed. FX thread. */
final class Queue {
    private final ObservableList<QueueEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<QueueEntry>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_DATASET);
    private final Workbench workbench;
    private final QueueWording wording;
    private final BlindRepeats repeats;
    private Optional<ClipQueue> ranking = Optional.empty();
    private final Thumbnails thumbnails;
    private boolean busy;
    private boolean again;

    /** What there is to choose from. */
    enum State { NO_DATASET, READING, NO_ROLLOUTS, NOTHING_LEFT, CLIPS }

    private record Ranked(boolean anyRollout, List<QueueEntry> entries, Set<Clip> repeats) {}

    /** @param repeats mixed among the clips */
    Queue(Workbench workbench, QueueWording wording, BlindRepeats repeats) {
        this.repeats = repeats;
        this.workbench = workbench;
        this.wording = wording;
        this.thumbnails = new Thumbnails(workbench.threads().read());
    }

    ObservableList<QueueEntry> entries() {
        return entries;
    }

    ReadOnlyObjectProperty<Optional<QueueEntry>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void choose(Optional<QueueEntry> entry) {
        chosen.set(entry);
    }

    /** The most valuable clip behind the chosen one, or the first. */
    Optional<QueueEntry> next() {
        int after = chosen.get().map(entries::indexOf).orElse(-1) + 1;
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(after < entries.size() ? after : 0));
    }

    /** Another dataset: what was shown of the one before goes. */
    void clear() {
        entries.clear();
        thumbnails.clear();
        chosen.set(Optional.empty());
        repeats.begin();
        ranking = workbench.dataset().map(ClipQueue::new);
        state.set(workbench.dataset().isPresent() ? State.READING : State.NO_DATASET);
    }

    /** Ranks anew; asked for while it ranks, it does so once more after. */
    void refresh() {
        if (busy) {
            again = true;
        } else {
            ranking.ifPresent(clips -> {
                busy = true;
                Dataset dataset = workbench.dataset().orElseThrow();
                BlindRepeats.Draw draw = repeats.draw();
                read(() -> rank(dataset, clips, draw), ranked -> ranked(clips, ranked));
            });
        }
    }

    private Ranked rank(Dataset dataset, ClipQueue clips, BlindRepeats.Draw draw) {
        RepeatPlan.Mixed mixed = draw.mix(dataset, clips, clips.clips());
        return new Ranked(dataset.rollouts().stream().anyMatch(rollout -> !rollout.deleted()), wording.of(mixed.clips()), mixed.repeats());
    }

    private void ranked(ClipQueue clips, Ranked ranked) {
        busy = false;
        if (ranking.filter(now -> now == clips).isPresent()) {
            Optional<QueueEntry> before = chosen.get();
            repeats.are(ranked.repeats);
            entries.setAll(ranked.entries);
            chosen.set(before.flatMap(entry -> entries.stream().filter(entry::sameClip).findFirst()));
            state.set(!entries.isEmpty() ? State.CLIPS : ranked.anyRollout ? State.NOTHING_LEFT : State.NO_ROLLOUTS);
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    /** Shows a clip's middle as a small picture, once it is read. */
    void thumbnail(QueueEntry entry, Consumer<Image> show) {
        workbench.dataset().ifPresent(dataset -> {
            int middle = (entry.range().from() + entry.range().to()) / 2;
            thumbnails.of(entry.rollout(), middle, () -> front(dataset.rollout(entry.rollout()), middle))
                    .thenAcceptAsync(show, workbench.threads().fx());
        });
    }

    private static Picture front(Rollout rollout, int tick) {
        return rollout.step(tick).seen().picture(rollout.info().environment().frontCamera().name());
    }

    /** Reads on a reading thread and hands over on the FX thread; says what can't be read. */
    <T> void read(Supplier<T> reads, Consumer<T> shows) {
        CompletableFuture.supplyAsync(reads, workbench.threads().read())
                .whenComplete((value, failure) -> workbench.threads().fx().execute(() -> {
                    if (failure == null) {
                        shows.accept(value);
                    } else {
                        busy = false;
                        workbench.say(Failure.sentence(failure));
                    }
                }));
    }
}
