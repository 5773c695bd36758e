package whetstone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.files.TemporaryFolder;

/** Renders every screen of the program to pictures, without a display. */
@Command(name = "screenshots", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Render every screen on the example dataset, light and dark, at 1280x720 and 1920x1080; needs no display.")
final class ScreenshotsCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures; made where it is missing.")
    private Path out = Path.of(".");

    @Option(names = "--dataset", paramLabel = "FILE", description = "Show this dataset instead of a newly made example.")
    private Optional<Path> dataset = Optional.empty();

    @Override
    public Integer call() throws IOException {
        // JavaFX reads these when it starts.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        makeFolder();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try (TemporaryFolder folder = TemporaryFolder.create("whetstone-screenshots")) {
            Optional<Path> shown = dataset.map(file -> copied(file, folder.path()));
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                // What fails in a step of the tour ends the command, instead of leaving it waiting.
                Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> done.completeExceptionally(failure));
                new Screenshots(folder.path(), shown, out, () -> done.complete(true)).begin();
            });
            done.join();
        }
        Platform.exit();
        return 0;
    }

    /** While it is shown it is labelled and trained on: the user's own file is left as it is. */
    private static Path copied(Path file, Path folder) {
        Path copy = folder.resolve(file.getFileName());
        // Closing puts all of it into the one file.
        SqliteDataset.open(file).close();
        try {
            return Files.copy(file, copy);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The dataset " + file + " can't be copied: " + unreadable.getMessage(), unreadable);
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The folder " + out + " can't be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
