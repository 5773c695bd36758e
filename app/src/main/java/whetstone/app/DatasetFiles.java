package whetstone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import whetstone.labelling.Dataset;

/**
 * Opens and makes dataset files: asks for them, opens them off the FX thread, remembers the last one, and says a file's fault in the
 * window. Closed with the window: what is being opened then is closed again. Called on the FX thread.
 */
final class DatasetFiles implements AutoCloseable {
    private static final String LAST = "dataset";
    private static final String EXTENSION = ".whetstone";

    private final Words words;
    private final Workbench workbench;
    private final Settings settings;
    private final Path folder;
    private final Function<Path, Dataset> opener;
    private final Example example;
    private final List<CompletableFuture<Dataset>> opening = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Optional<Window> owner = Optional.empty();

    /** Opens the example, or drives and records it where there is none. Reading thread. */
    @FunctionalInterface
    interface Example {
        /** @throws whetstone.labelling.DatasetException if it can't be made, or was cancelled */
        Dataset open(Path file, BooleanSupplier cancelled);
    }

    /** @param opener opens a dataset file, or makes it where there is none */
    DatasetFiles(Words words, Workbench workbench, Settings settings, Path folder, Function<Path, Dataset> opener,
                 Example example) {
        this.words = words;
        this.workbench = workbench;
        this.settings = settings;
        this.folder = folder;
        this.opener = opener;
        this.example = example;
    }

    /** The window whose dialogs ask for files. */
    void askIn(Window window) {
        owner = Optional.of(window);
    }

    TopBar.DatasetVerbs verbs() {
        return new TopBar.DatasetVerbs(
                () -> ask(chooser -> Optional.ofNullable(chooser.showOpenDialog(owner.orElseThrow())).map(java.io.File::toPath)),
                () -> ask(this::newFile), this::openExample);
    }

    /** The dataset of last time where it is still there, otherwise the example. */
    void openLast() {
        Optional<Path> last = settings.get(LAST).map(Path::of).filter(Files::isRegularFile);
        last.ifPresentOrElse(this::open, this::openExample);
    }

    void open(Path file) {
        workbench.say(words.get("dataset.opening", file.getFileName()));
        open(file, () -> opener.apply(file));
    }

    void openExample() {
        Path file = folder.resolve("example" + EXTENSION);
        workbench.say(words.get(Files.exists(file) ? "dataset.opening" : "dataset.making", file.getFileName()));
        open(file, () -> {
            makeFolder();
            return example.open(file, closed::get);
        });
    }

    private void open(Path file, Supplier<Dataset> opens) {
        CompletableFuture<Dataset> opened = CompletableFuture.supplyAsync(opens, workbench.threads().read());
        opening.add(opened);
        workbench.opening(true);
        opened.whenCompleteAsync((dataset, failure) -> {
            if (!opening.remove(opened)) {
                return;
            }
            workbench.opening(!opening.isEmpty());
            if (failure != null) {
                workbench.say(Failure.sentence(failure));
            } else {
                workbench.open(dataset);
                workbench.say("");
                settings.set(LAST, file.toAbsolutePath().toString());
            }
        }, workbench.threads().fx());
    }

    /** Waits for what is being opened or made, and closes it: the program would write to it after its end. */
    @Override
    public void close() {
        closed.set(true);
        List<CompletableFuture<Dataset>> unseen = List.copyOf(opening);
        opening.clear();
        CompletableFuture.allOf(unseen.stream().map(opened -> opened.thenAccept(Dataset::close)).toArray(CompletableFuture[]::new))
                .exceptionally(failure -> {
                    System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "not opened, as the window closed", failure);
                    return null;
                }).join();
    }

    private void ask(Function<FileChooser, Optional<Path>> question) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.get("dataset.kind"), "*" + EXTENSION));
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        question.apply(chooser).ifPresent(this::open);
    }

    private Optional<Path> newFile(FileChooser chooser) {
        chooser.setInitialFileName(words.get("dataset.newName"));
        return Optional.ofNullable(chooser.showSaveDialog(owner.orElseThrow())).map(java.io.File::toPath).map(path ->
                path.toString().endsWith(EXTENSION) ? path : path.resolveSibling(path.getFileName() + EXTENSION));
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException unmakeable) {
            throw new whetstone.labelling.DatasetException(
                    words.get("dataset.unmakeable", folder, unmakeable.getMessage()), unmakeable);
        }
    }
}
