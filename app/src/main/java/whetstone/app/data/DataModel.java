package whetstone.app.data;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
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
import whetstone.labelling.exchange.CsvExport;
import whetstone.labelling.exchange.FrameFolderImport;
import whetstone.labelling.exchange.ImportResult;
import whetstone.labelling.exchange.UdacityImport;
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

    /** Exports the chosen rollouts, or all that the table shows where none is chosen. */
    void exportCsv(Path folder) {
        List<Long> rollouts = (chosen.get().isEmpty() ? visible : chosen.get()).stream().map(RolloutRow::id).toList();
        workbench.dataset().ifPresent(dataset -> transfer.start(words.get("export.title", rollouts.size(), folder),
                (progress, cancelled) -> said(CsvExport.write(dataset, rollouts, folder, progress, cancelled), folder), () -> { }));
    }

    /** @param place a driving_log.csv, or the folder that holds it */
    void importUdacity(Path place) {
        bring(place, (dataset, progress, cancelled) ->
                UdacityImport.read(dataset, place, InstantSource.system(), progress, cancelled));
    }

    void importFrames(Path folder, double framesPerSecond) {
        bring(folder, (dataset, progress, cancelled) ->
                FrameFolderImport.read(dataset, folder, framesPerSecond, InstantSource.system(), progress, cancelled));
    }

    /** One foreign format, read into a dataset. */
    @FunctionalInterface
    private interface Import {
        ImportResult read(Dataset dataset, DoubleConsumer progress, BooleanSupplier cancelled);
    }

    private void bring(Path place, Import format) {
        workbench.dataset().ifPresent(dataset -> transfer.start(words.get("import.title", place),
                (progress, cancelled) -> said(format.read(dataset, progress, cancelled), place), workbench::contentsChanged));
    }

    private String said(ImportResult result, Path place) {
        return result.cancelled() ? words.get("import.cancelled", place)
                : words.get("import.done", result.frames(), result.labelled(), result.rollout().orElseThrow());
    }

    private String said(CsvExport.Result result, Path folder) {
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
