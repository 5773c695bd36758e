package whetstone.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for files and folders, beginning where one was last chosen, and beside the dataset before that. FX thread. */
public final class FilePrompt {
    private final Supplier<Optional<Path>> dataset;
    private Optional<Path> last = Optional.empty();

    /** @param dataset the file that is open, where one is */
    FilePrompt(Supplier<Optional<Path>> dataset) {
        this.dataset = dataset;
    }

    public Optional<Path> open(FileChooser chooser, Window owner) {
        beginning().ifPresent(chooser::setInitialDirectory);
        return chosen(chooser.showOpenDialog(owner));
    }

    public Optional<Path> save(FileChooser chooser, Window owner) {
        beginning().ifPresent(chooser::setInitialDirectory);
        return chosen(chooser.showSaveDialog(owner));
    }

    public Optional<Path> folder(DirectoryChooser chooser, Window owner) {
        beginning().ifPresent(chooser::setInitialDirectory);
        return chosen(chooser.showDialog(owner));
    }

    /** The folder to begin in; none where it is gone: JavaFX would refuse to ask. */
    Optional<File> beginning() {
        return last.or(() -> dataset.get().map(file -> file.toAbsolutePath().getParent())).filter(Files::isDirectory).map(Path::toFile);
    }

    /** @param file what was chosen, null where nothing was */
    Optional<Path> chosen(File file) {
        Optional<Path> path = Optional.ofNullable(file).map(one -> one.toPath().toAbsolutePath());
        path.map(Path::getParent).ifPresent(folder -> last = Optional.of(folder));
        return path;
    }
}
