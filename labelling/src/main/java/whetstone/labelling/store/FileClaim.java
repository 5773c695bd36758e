package whetstone.labelling.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import whetstone.labelling.DatasetException;

/**
 * The claim of one program on one dataset file: a lock of the operating system on a hidden file beside it, which frees itself when the
 * process ends, however it ends. The dataset file itself is not locked, since closing it would release SQLite's own locks (POSIX).
 * The hidden file stays: deleting it would let two programs hold a lock on two files of the same name.
 */
final class FileClaim implements AutoCloseable {
    private final FileChannel channel;

    private FileClaim(FileChannel channel) {
        this.channel = channel;
    }

    static FileClaim of(Path file, Faults faults) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
        FileChannel channel = open(beside, faults);
        try {
            if (lock(channel).isPresent()) {
                return new FileClaim(channel);
            }
        } catch (IOException unlockable) {
            release(channel, faults);
            throw faults.because("can't be claimed for this program (" + unlockable.getMessage()
                    + "): copy it to a disk of this computer and open the copy.", unlockable);
        }
        release(channel, faults);
        throw faults.because("is open in another window or program: close it there first.");
    }

    private static FileChannel open(Path beside, Faults faults) {
        try {
            return FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unmakeable) {
            throw faults.because("can't be opened for writing: its folder '" + beside.getParent()
                    + "' is missing or read-only. Copy it to a folder of your own and open the copy.", unmakeable);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static void release(FileChannel channel, Faults faults) throws DatasetException {
        try {
            channel.close();
        } catch (IOException failure) {
            throw faults.because("could not be released: " + failure.getMessage(), failure);
        }
    }

    /** Lets other programs open the file. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
