package whetstone.app.data.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.Recordings;

/** Which rollouts are exported, in which format, where to, and what that would write. Verbs on the FX thread. */
final class ExportModel {
    private final ReadOnlyObjectWrapper<ExportFormat> format = new ReadOnlyObjectWrapper<>(Formats.exports().getFirst());
    private final ReadOnlyObjectWrapper<Optional<ExportPreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Workbench workbench;
    private final Supplier<List<Long>> rollouts;
    private final BiConsumer<ExportFormat, Path> export;
    private boolean folderChosen;
    private int asked;

    /**
     * @param rollouts ids of what is to be exported now
     * @param export starts it
     */
    ExportModel(Workbench workbench, Supplier<List<Long>> rollouts, BiConsumer<ExportFormat, Path> export) {
        this.workbench = workbench;
        this.rollouts = rollouts;
        this.export = export;
    }

    ReadOnlyObjectProperty<ExportFormat> formatProperty() {
        return format.getReadOnlyProperty();
    }

    /** Empty while it is being found out, and where there is nothing to export. */
    ReadOnlyObjectProperty<Optional<ExportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Where it will be written; empty without a dataset. */
    ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    void choose(ExportFormat wanted) {
        format.set(wanted);
        look();
    }

    void choose(Path wanted) {
        folderChosen = true;
        folder.set(Optional.of(wanted));
    }

    /** Finds out anew what would be written. */
    void look() {
        suggestFolder();
        preview.set(Optional.empty());
        int now = ++asked;
        List<Long> wanted = rollouts.get();
        ExportFormat into = format.get();
        if (workbench.dataset().isEmpty() || wanted.isEmpty()) {
            return;
        }
        Dataset dataset = workbench.dataset().get();
        CompletableFuture.supplyAsync(() -> ExportPreview.of(Recordings.of(dataset, wanted), into), workbench.threads().background())
                .whenCompleteAsync((found, failure) -> {
                    if (now != asked) {
                        return;
                    }
                    if (failure == null) {
                        preview.set(Optional.of(found));
                    } else {
                        workbench.say(Failure.sentence(failure));
                    }
                }, workbench.threads().fx());
    }

    void export() {
        folder.get().ifPresent(place -> {
            export.accept(format.get(), place);
            folderChosen = false;
        });
    }

    /** Beside the dataset file, a name that is free. */
    private void suggestFolder() {
        if (folderChosen) {
            return;
        }
        folder.set(workbench.dataset().map(dataset -> {
            String file = dataset.file().getFileName().toString();
            String stem = file.endsWith(".whetstone") ? file.substring(0, file.length() - ".whetstone".length()) : file;
            Path place = dataset.file().resolveSibling(stem + "-" + format.get().name());
            for (int number = 2; Files.exists(place); number++) {
                place = dataset.file().resolveSibling(stem + "-" + format.get().name() + "-" + number);
            }
            return place;
        }));
    }
}
