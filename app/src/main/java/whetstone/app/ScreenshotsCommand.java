package whetstone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders every screen of the program to pictures, without a display. */
@Command(name = "screenshots", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Render every screen on the example dataset, light and dark, at 1280x720 and 1920x1080; needs no display.")
final class ScreenshotsCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures; made where it is missing.")
    private Path out = Path.of(".");

    @Option(names = "--dataset", paramLabel = "FILE", description = "Show this dataset instead of a newly made example.")
    private Optional<Path> dataset = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        // JavaFX reads these when it starts.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        makeFolder();
        CountDownLatch done = new CountDownLatch(1);
        try (TemporaryFolder folder = TemporaryFolder.create("whetstone-screenshots")) {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                new Screenshots(folder.path(), dataset, out, done::countDown).begin();
            });
            done.await();
        }
        Platform.exit();
        return 0;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The folder " + out + " can't be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
