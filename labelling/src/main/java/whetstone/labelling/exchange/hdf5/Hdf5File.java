package whetstone.labelling.exchange.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import whetstone.labelling.DatasetException;

/**
 * An HDF5 file of a stranger, open for reading by one thread. Whatever the library makes of a broken or hostile one becomes a sentence here;
 * data itself is read by {@link Hdf5Array}, which believes no size. Links that lead to other files are not followed.
 */
final class Hdf5File implements AutoCloseable {
    private final Path path;
    private final HdfFile file;
    private final long size;

    private Hdf5File(Path path, HdfFile file, long size) {
        this.path = path;
        this.file = file;
        this.size = size;
    }

    /** @throws DatasetException with a sentence if it is no HDF5 file */
    static Hdf5File open(Path path) {
        LibraryLog.quieten();
        if (!Files.isRegularFile(path)) {
            throw new DatasetException(path + " is not there, or no file: choose an HDF5 file.");
        }
        return guarded(path, () -> new Hdf5File(path, new HdfFile(path), path.toFile().length()));
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    HdfFile library() {
        return file;
    }

    Group root() {
        return file;
    }

    /** A group by its name in another; empty where there is none of that name, or it is none. */
    Optional<Group> group(Group parent, String name) {
        return guarded(() -> child(parent, name).filter(Group.class::isInstance).map(Group.class::cast));
    }

    /** A dataset by its name in a group; empty where there is none of that name. @throws DatasetException if it can't be read here */
    Optional<Hdf5Array> array(Group parent, String name) {
        return guarded(() -> child(parent, name).filter(Dataset.class::isInstance).map(node -> Hdf5Array.of(this, (Dataset) node)));
    }

    /** The same. @throws DatasetException that names it if there is none */
    Hdf5Array required(Group parent, String name) {
        return array(parent, name).orElseThrow(() -> refused(parent.getPath() + " has no dataset '" + name + "'"));
    }

    private static Optional<Node> child(Group parent, String name) {
        Node node = parent.getChildren().get(name);
        return node == null || node.isLink() ? Optional.empty() : Optional.of(node);
    }

    /** Names of what lies in a group. */
    List<String> names(Group group) {
        return guarded(() -> List.copyOf(group.getChildren().keySet()));
    }

    /** An attribute as text; empty where there is none, or it is neither text nor a number. */
    Optional<String> text(Node node, String name) {
        return guarded(() -> Optional.ofNullable(node.getAttribute(name)).map(Attribute::getData)
                .filter(value -> value instanceof String || value instanceof Number).map(String::valueOf));
    }

    /** Refuses a group that was there before by another name: a small file would become as large as it likes. */
    void requireNew(Group group, String name, Set<Long> places) {
        if (!places.add(guarded(group::getAddress))) {
            throw refused("'" + name + "' is another one once more");
        }
    }

    DatasetException refused(String why) {
        return new DatasetException(path + " can't be imported: " + why + ". Choose another file, or export it again where it comes from.");
    }

    <T> T guarded(Supplier<T> reading) {
        return guarded(path, reading);
    }

    private static <T> T guarded(Path path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DatasetException sentence) {
            throw sentence;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            // The library checks few of the numbers in a file before it uses them: any of these means that the file is broken. Memory that
            // is asked for at once and not there was asked for by a number in the file, too.
            throw new DatasetException(path + " is no HDF5 file that can be read here, or it is damaged: choose another file, or copy it "
                    + "again.", broken);
        }
    }

    @Override
    public void close() {
        guarded(() -> {
            file.close();
            return file;
        });
    }
}
