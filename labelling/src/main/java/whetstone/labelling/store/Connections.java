package whetstone.labelling.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Read-only connections to one file, as many as threads read at once; each is used by one thread at a time and kept for the next.
 * Safe for any thread.
 */
final class Connections implements ConnectionFactory {
    private static final int WAIT_MILLISECONDS = 5_000;

    private final Path file;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Connections(Path file) {
        this.file = file;
    }

    /** The one connection that writes; makes the file where there is none. */
    static Jdbi writing(Path file) {
        SQLiteConfig config = common();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setJournalSizeLimit(64 * 1024 * 1024);
        return Jdbi.create(() -> config.createConnection(url(file)));
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection kept = idle.poll();
        if (kept != null) {
            return kept;
        }
        SQLiteConfig config = common();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setReadOnly(true);
        return config.createConnection(url(file));
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        idle.add(connection);
        if (closed.get()) {
            close();
        }
    }

    /** Closes those that are idle now, and the others as soon as they are given back. */
    void close() throws SQLException {
        closed.set(true);
        Connection kept = idle.poll();
        while (kept != null) {
            kept.close();
            kept = idle.poll();
        }
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(WAIT_MILLISECONDS);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-8192");
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
