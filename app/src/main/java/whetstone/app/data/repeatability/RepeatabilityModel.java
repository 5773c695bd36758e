package whetstone.app.data.repeatability;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import whetstone.app.Failure;
import whetstone.app.RepeatShare;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.trust.Disagreement;
import whetstone.labelling.trust.RepeatPlan;
import whetstone.model.Rollout;

/**
 * What blind repeats tell of the open dataset, how often they come, and the disagreement that is being settled. FX thread; reads the
 * dataset in the background.
 */
final class RepeatabilityModel {
    private final ReadOnlyObjectWrapper<Findings> findings = new ReadOnlyObjectWrapper<>(Findings.NONE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(RepeatPlan.DEFAULT_SHARE);
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Settled>> settled = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Workbench workbench;
    private final Words words;
    private final InstantSource clock;
    private Subscription seen = Subscription.EMPTY;

    /** A disagreement in view, with its recording. */
    record Opened(Disagreement disagreement, Rollout rollout) {}

    /**
     * What was settled last, as long as it can be taken back here.
     *
     * @param entries as saved
     */
    record Settled(Disagreement disagreement, List<JournalEntry> entries) {
        Settled {
            entries = List.copyOf(entries);
        }
    }

    RepeatabilityModel(Workbench workbench, Words words, InstantSource clock) {
        this.workbench = workbench;
        this.words = words;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Share of the clips that comes back blind, 0 to 0.2. */
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Settled>> settledProperty() {
        return settled.getReadOnlyProperty();
    }

    void watch() {
        seen = Subscription.combine(workbench.datasetProperty().subscribe(_ -> show(Findings.NONE)),
                workbench.changeProperty().subscribe(_ -> reload()));
    }

    void unwatch() {
        seen.unsubscribe();
        opened.set(Optional.empty());
        settled.set(Optional.empty());
    }

    private void show(Findings none) {
        findings.set(none);
        opened.set(Optional.empty());
        settled.set(Optional.empty());
    }

    private void reload() {
        workbench.read(RepeatShare::of, share::set);
        workbench.read(Findings::of, findings::set);
    }

    void repeat(double wanted) {
        share.set(wanted);
        workbench.dataset().ifPresent(dataset -> RepeatShare.keep(wanted, dataset));
    }

    /** Brings a disagreement into view, both labels side by side. */
    void open(Disagreement disagreement) {
        workbench.read(dataset -> dataset.rollout(disagreement.between().rollout()),
                rollout -> opened.set(Optional.of(new Opened(disagreement, rollout))));
    }

    void close() {
        opened.set(Optional.empty());
    }

    /** Settles the disagreement in view and goes back to the list. */
    void settle(Disagreement.Choice choice) {
        opened.get().ifPresent(now -> append(dataset -> now.disagreement.settled(choice, workbench.expertProperty().get(), clock.instant(),
                now.rollout.info().environment().action()), saved -> {
                    opened.set(Optional.empty());
                    settled.set(Optional.of(new Settled(now.disagreement, saved)));
                    workbench.say(words.get("settle.said", now.disagreement.between().rollout()));
                }));
    }

    /** Takes back what was settled last. */
    void undo() {
        settled.get().ifPresent(last -> append(_ -> last.entries.stream().<JournalEntry>map(entry -> new JournalEntry.Undone(0,
                entry.rollout(), workbench.expertProperty().get(), clock.instant(), entry.id())).toList(), _ -> settled.set(Optional.empty())));
    }

    @FunctionalInterface
    private interface Then {
        void saved(List<JournalEntry> entries);
    }

    private void append(Function<Dataset, List<JournalEntry>> entries, Then then) {
        workbench.dataset().ifPresent(dataset -> {
            List<CompletableFuture<JournalEntry>> written = new ArrayList<>();
            entries.apply(dataset).forEach(entry -> written.add(dataset.append(entry)));
            CompletableFuture.allOf(written.toArray(CompletableFuture<?>[]::new)).whenCompleteAsync((_, failure) -> {
                if (failure == null) {
                    then.saved(written.stream().map(CompletableFuture::join).toList());
                } else {
                    workbench.say(Failure.sentence(failure));
                }
                workbench.contentsChanged();
            }, workbench.threads().fx());
        });
    }
}
