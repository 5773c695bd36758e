package whetstone.app.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.trust.MeanTrust;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportResult;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.policy.PolicyVersion;

/**
 * What the Data screen shows and does: the rollouts of the open dataset behind a filter, what the chosen ones amount to, marks of
 * deletion, import and export. FX thread; reads the dataset in the background.
 */
final class DataModel {
    private final ObservableList<RolloutRow> all = FXCollections.observableArrayList();
    private final ObservableList<RolloutRow> allToRead = FXCollections.unmodifiableObservableList(all);
    private final FilteredList<RolloutRow> visible = new FilteredList<>(all, RolloutFilter.ALL);
    private final ReadOnlyObjectWrapper<RolloutFilter> filter = new ReadOnlyObjectWrapper<>(RolloutFilter.ALL);
    private final ReadOnlyObjectWrapper<List<Integer>> rounds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RolloutRow>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<Long>> reloaded = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Map<Long, Double>> trust = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ActionHistogram> histogram = new ReadOnlyObjectWrapper<>(ActionHistogram.EMPTY);
    private final ChangeListener<Object> reload = (_, _, _) -> reload();
    private final Workbench workbench;
    private final Words words;
    private final Transfer transfer;
    private int trustAsked;
    private AtomicBoolean stopCounting = new AtomicBoolean();

    DataModel(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
        this.transfer = new Transfer(workbench.threads().background(), workbench.threads().fx());
    }

    /** The rollouts that pass the filter, oldest first; not to be changed by the reader. */
    ObservableList<RolloutRow> rows() {
        return visible;
    }

    /** All rollouts of the file, whatever the filter says. */
    ObservableList<RolloutRow> allRows() {
        return allToRead;
    }

    ReadOnlyObjectProperty<RolloutFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** The rounds that occur, ascending. */
    ReadOnlyObjectProperty<List<Integer>> roundsProperty() {
        return rounds.getReadOnlyProperty();
    }

    /** The chosen rows; what the histogram counts. */
    ReadOnlyObjectProperty<List<RolloutRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** After every reload: the rollouts that were chosen before it, to be chosen again. */
    ReadOnlyObjectProperty<Set<Long>> reloadedProperty() {
        return reloaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ActionHistogram> histogramProperty() {
        return histogram.getReadOnlyProperty();
    }

    /** Mean trust in the labels of each labelled rollout, by its id; comes a while after the rows. */
    ReadOnlyObjectProperty<Map<Long, Double>> trustProperty() {
        return trust.getReadOnlyProperty();
    }

    Transfer transfer() {
        return transfer;
    }

    void watch() {
        workbench.datasetProperty().addListener(reload);
        workbench.changeProperty().addListener(reload);
        reload();
    }

    void unwatch() {
        workbench.datasetProperty().removeListener(reload);
        workbench.changeProperty().removeListener(reload);
        stopCounting.set(true);
    }

    void filter(RolloutFilter wanted) {
        filter.set(wanted);
        visible.setPredicate(wanted);
    }

    /** Chooses rows; counts their actions in the background. */
    void choose(List<RolloutRow> rows) {
        chosen.set(List.copyOf(rows));
        stopCounting.set(true);
        AtomicBoolean stop = new AtomicBoolean();
        stopCounting = stop;
        Optional<Dataset> open = workbench.dataset();
        if (rows.isEmpty() || open.isEmpty()) {
            histogram.set(ActionHistogram.EMPTY);
            return;
        }
        List<RolloutSummary> counted = rows.stream().map(RolloutRow::summary).toList();
        CompletableFuture.supplyAsync(() -> new ActionCount(open.get(), stop::get).count(counted), workbench.threads().background())
                .whenCompleteAsync((result, failure) -> {
                    if (stop.get()) {
                        return;
                    }
                    if (failure == null) {
                        histogram.set(result);
                    } else {
                        workbench.say(Failure.sentence(failure));
                    }
                }, workbench.threads().fx());
    }

    /** Marks the chosen rollouts as deleted, or takes the mark away; nothing leaves the file. */
    void markDeleted(boolean deleted) {
        List<RolloutRow> rows = chosen.get();
        workbench.dataset().ifPresent(dataset -> CompletableFuture
                .allOf(rows.stream().map(row -> dataset.markDeleted(row.id(), deleted)).toArray(CompletableFuture<?>[]::new))
                .whenCompleteAsync((_, failure) -> {
                    workbench.say(failure == null ? words.get(deleted ? "said.deleted" : "said.restored", rows.size())
                            : Failure.sentence(failure));
                    workbench.contentsChanged();
                }, workbench.threads().fx()));
    }

    /** The chosen rollouts, or all that the table shows where none is chosen: what is exported. */
    List<RolloutRow> wanted() {
        return List.copyOf(chosen.get().isEmpty() ? visible : chosen.get());
    }

    /** Exports {@link #wanted}. */
    void export(ExportFormat format, Path folder) {
        List<Long> rollouts = wanted().stream().map(RolloutRow::id).toList();
        workbench.dataset().ifPresent(dataset -> transfer.start(words.get("export.title", rollouts.size(), folder),
                progress -> said(Export.run(format, Recordings.of(dataset, rollouts), folder, progress), folder), () -> { }));
    }

    /** Imports all that is found at a place. */
    void bring(ImportFormat format, Path place, ImportOptions options) {
        workbench.dataset().ifPresent(dataset -> transfer.start(words.get("import.title", place), progress -> {
            try (ImportSource source = format.open(place, options)) {
                return said(Import.into(dataset, source, progress), place);
            }
        }, workbench::contentsChanged));
    }

    /** Says something below the window. */
    void say(String sentence) {
        workbench.say(sentence);
    }

    private String said(ImportResult result, Path place) {
        return result.cancelled() ? words.get("import.cancelled", place)
                : words.get("import.done", result.frames(), result.labelled(), result.rollouts().size());
    }

    private String said(Export.Result result, Path folder) {
        return result.cancelled() ? words.get("export.cancelled", folder)
                : words.get("export.done", result.rollouts(), result.frames(), result.labelled(), folder);
    }

    private void reload() {
        if (workbench.dataset().isEmpty()) {
            show(List.of());
        }
        workbench.read(this::read, this::show);
        readTrust();
    }

    /** After the rows: it takes every label of the file. Whatever comes in late is of labels that were. */
    private void readTrust() {
        int asked = ++trustAsked;
        workbench.dataset().ifPresent(dataset -> CompletableFuture.supplyAsync(() -> MeanTrust.of(dataset), workbench.threads().background())
                .whenCompleteAsync((means, failure) -> {
                    if (asked == trustAsked && failure == null) {
                        trust.set(means);
                    }
                }, workbench.threads().fx()));
    }

    void show(List<RolloutRow> rows) {
        Set<Long> before = chosen.get().stream().map(RolloutRow::id).collect(Collectors.toSet());
        all.setAll(rows);
        rounds.set(List.copyOf(rows.stream().map(row -> row.summary().info().round()).filter(round -> round > 0)
                .collect(Collectors.toCollection(TreeSet::new))));
        reloaded.set(before);
    }

    private List<RolloutRow> read(Dataset dataset) {
        Map<Long, String> policies = dataset.policies().stream().collect(Collectors.toMap(PolicyVersion::id, PolicyVersion::name));
        return dataset.rollouts().stream().map(summary -> new RolloutRow(summary, driver(summary, policies))).toList();
    }

    private String driver(RolloutSummary summary, Map<Long, String> policies) {
        if (summary.info().policyId().isPresent()) {
            long id = summary.info().policyId().getAsLong();
            return policies.getOrDefault(id, words.get("driver.policy", id));
        }
        return summary.info().expert().orElse(words.get("driver.unknown"));
    }
}
