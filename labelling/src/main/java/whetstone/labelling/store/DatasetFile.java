package whetstone.labelling.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One dataset file that is open: checked, claimed for this program, brought to the newest version; one connection that writes, on the
 * store thread, and read-only ones for whoever reads. Write-ahead logging, so that readers never wait for the writer.
 */
final class DatasetFile implements AutoCloseable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APPLICATION_ID_AT = 68;

    private final Path path;
    private final Faults faults;
    private final Executor store;
    private final FileClaim claim;
    private final Handle writer;
    private final Connections connections;
    private final Jdbi readers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DatasetFile(Path path, Faults faults, Executor store, FileClaim claim, Handle writer) {
        this.path = path;
        this.faults = faults;
        this.store = store;
        this.claim = claim;
        this.writer = writer;
        this.connections = new Connections(path);
        this.readers = Jdbi.create(connections);
    }

    /** Opens a file, or makes it where there is none. @param store runs one task after the other, in order */
    static DatasetFile open(Path path, Executor store, Migrations migrations) {
        Faults faults = new Faults(path);
        checkBeginning(path, faults);
        FileClaim claim = FileClaim.of(path, faults);
        try {
            return new DatasetFile(path, faults, store, claim, writer(path, faults, migrations));
        } catch (RuntimeException failure) {
            giveUp(claim, failure);
            throw faults.of(failure);
        }
    }

    /** Before SQLite touches it: a file of another program must stay as it is. */
    private static void checkBeginning(Path path, Faults faults) {
        if (!Files.exists(path)) {
            return;
        }
        if (Files.isDirectory(path)) {
            throw faults.because("is a folder, not a dataset file: choose a file.");
        }
        byte[] beginning = beginning(path, faults);
        if (beginning.length == 0) {
            return;
        }
        if (beginning.length < 100 || !ByteBuffer.wrap(beginning, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw faults.because("is not a Whetstone dataset, or its beginning is damaged. Choose another file, or restore it from a"
                    + " backup.");
        }
        if (ByteBuffer.wrap(beginning).getInt(APPLICATION_ID_AT) != Migrations.APPLICATION_ID) {
            throw faults.because("is a database of another program, not a Whetstone dataset: choose another file. It was left as it is.");
        }
    }

    private static byte[] beginning(Path path, Faults faults) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(100);
        } catch (IOException unreadable) {
            throw faults.because("can't be read (" + unreadable.getMessage() + "): check that you may read it.", unreadable);
        }
    }

    private static Handle writer(Path path, Faults faults, Migrations migrations) {
        Handle handle = Connections.writing(path).open();
        try {
            check(handle, faults);
            migrations.apply(handle, path, faults);
            handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one();
            return handle;
        } catch (RuntimeException failure) {
            handle.close();
            throw failure;
        }
    }

    private static void check(Handle handle, Faults faults) {
        List<String> found = handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).list();
        if (!found.equals(List.of("ok"))) {
            throw faults.because("is damaged (" + String.join("; ", found).replace('\n', ' ') + "). Restore it from a backup.");
        }
    }

    private static void giveUp(FileClaim claim, RuntimeException failure) {
        try {
            claim.close();
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    Path path() {
        return path;
    }

    Faults faults() {
        return faults;
    }

    Executor store() {
        return store;
    }

    /** Reads on the calling thread. */
    <T> T read(Function<Handle, T> reading) {
        if (closed.get()) {
            throw faults.because("is closed.");
        }
        try {
            return readers.withHandle(reading::apply);
        } catch (RuntimeException failure) {
            throw faults.of(failure);
        }
    }

    /** Queues a change; it is one transaction on the store thread, whole or not at all. */
    <T> CompletableFuture<T> write(Function<Handle, T> change) {
        return onStore(() -> now(change));
    }

    CompletableFuture<Void> change(Consumer<Handle> change) {
        return write(handle -> {
            change.accept(handle);
            return 0;
        }).thenAccept(_ -> { });
    }

    /** Queues work for the store thread, behind all that was queued before. */
    <T> CompletableFuture<T> onStore(Supplier<T> work) {
        if (closed.get()) {
            return CompletableFuture.failedFuture(faults.because("is closed."));
        }
        try {
            return CompletableFuture.supplyAsync(work, store);
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.failedFuture(faults.because("is closed.", ended));
        }
    }

    /** Writes at once. Store thread, or before anyone else knows the file. */
    <T> T now(Function<Handle, T> change) {
        try {
            return writer.inTransaction(change::apply);
        } catch (RuntimeException failure) {
            throw faults.of(failure);
        }
    }

    /** Copies the whole file, packed, to a new one. Store thread. */
    void copyTo(Path target) {
        if (Files.exists(target)) {
            throw new Faults(target).because("is there already: choose another name.");
        }
        try {
            writer.execute("VACUUM INTO ?", target.toAbsolutePath().toString());
        } catch (RuntimeException failure) {
            throw faults.of(failure);
        }
    }

    /** Waits for what is queued, then closes every connection. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                CompletableFuture.runAsync(this::closeAll, store).join();
            } catch (CompletionException failure) {
                throw faults.of(failure);
            }
        }
    }

    private void closeAll() {
        try (claim) {
            connections.close();
            writer.close();
        } catch (IOException | SQLException failure) {
            throw faults.because("could not be closed: " + failure.getMessage(), failure);
        }
    }
}
