package whetstone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import whetstone.labelling.Dataset;

/**
 * Opens and makes dataset files: asks for them, opens them off the FX thread, remembers the last one, and says a file's fault in the
 * window. Called on the FX thread.
 */
final class DatasetFiles {
    private static final String LAST = "dataset";
    private static final String EXTENSION = ".whetstone";

    private final Words words;
    private final Workbench workbench;
    private final Settings settings;
    private final Path folder;
    private final Function<Path, Dataset> opener;
    private final Function<Path, Dataset> example;
    private Optional<Window> owner = Optional.empty();

    /**
     * @param opener opens a dataset file, or makes it where there is none
     * @param example opens the example, or drives and records it where there is none
     */
    DatasetFiles(Words words, Workbench workbench, Settings settings, Path folder, Function<Path, Dataset> opener,
                 Function<Path, Dataset> example) {
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
            return example.apply(file);
        });
    }

    private void open(Path file, Supplier<Dataset> opens) {
        CompletableFuture.supplyAsync(opens, workbench.threads().read()).whenCompleteAsync((dataset, failure) -> {
            if (failure != null) {
                workbench.say(sentence(failure));
            } else {
                workbench.open(dataset);
                workbench.say("");
                settings.set(LAST, file.toAbsolutePath().toString());
            }
        }, workbench.threads().fx());
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

    private static String sentence(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage();
    }
}
