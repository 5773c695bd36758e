package whetstone.model.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that is gone, with all that is in it, when it is closed; what a link in it leads to stays. Any thread. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /**
     * Makes one in the system's folder for temporary files, readable for this user alone.
     *
     * @param name what the folder's name begins with
     * @throws IOException with a sentence where none can be made there
     */
    public static TemporaryFolder create(String name) throws IOException {
        try {
            return new TemporaryFolder(Files.createTempDirectory(name));
        } catch (IOException unwritable) {
            throw new IOException("no temporary folder can be made in " + System.getProperty("java.io.tmpdir") + ": see that it is there, may be "
                    + "written to and has room", unwritable);
        }
    }

    /** Makes one in {@code parent}, so that what is in it can be moved to a place beside it at once. */
    public static TemporaryFolder create(Path parent, String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(parent, name));
    }

    /** Twice is as good as once; what can't be deleted is left behind, and the log says so. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deleting());
        } catch (IOException left) {
            System.getLogger("whetstone").log(System.Logger.Level.INFO, "the folder " + path + " is left behind", left);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /** Somebody else may be deleting the same folder. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
