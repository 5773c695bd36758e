package whetstone.labelling.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/**
 * The numbered steps from an empty file to the newest version; {@code user_version} says which were taken. Each is taken in one
 * transaction, after the file was copied beside itself.
 *
 * @param scripts SQL of migration 1, 2, ...
 */
record Migrations(List<String> scripts) {
    /** "whet" in ASCII: by this SQLite's file tool and this program know a dataset file. */
    static final int APPLICATION_ID = 0x77686574;
    private static final int NEWEST = 3;

    Migrations {
        scripts = List.copyOf(scripts);
    }

    /** Those that come with the program. */
    static Migrations released() {
        return new Migrations(IntStream.rangeClosed(1, NEWEST).mapToObj(Migrations::script).toList());
    }

    private static String script(int number) {
        String name = "/whetstone/migrations/%03d.sql".formatted(number);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is not whole: " + name + " is missing; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program is not whole: " + name + " can't be read", unreadable);
        }
    }

    static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    /** Brings an open file to the newest version. */
    void apply(Handle handle, Path file, Faults faults) {
        int version = version(handle);
        if (version > scripts.size()) {
            throw faults.because("was written by a newer Whetstone (its version is " + version + ", this program knows up to "
                    + scripts.size() + "): update this program, then open it again.");
        }
        if (version > 0 && version < scripts.size()) {
            backUp(handle, file, version);
        }
        for (int next = version + 1; next <= scripts.size(); next++) {
            apply(handle, next);
        }
    }

    private void apply(Handle handle, int number) {
        handle.useTransaction(transaction -> {
            run(transaction, scripts.get(number - 1));
            transaction.execute("PRAGMA application_id = " + APPLICATION_ID);
            transaction.execute("PRAGMA user_version = " + number);
        });
    }

    /** Given to SQLite as a whole: Jdbi would part the script inside its triggers. */
    private static void run(Handle handle, String script) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    private static void backUp(Handle handle, Path file, int version) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        Path copy = file.resolveSibling(stem + "-version-" + version + ending);
        for (int more = 2; Files.exists(copy); more++) {
            copy = file.resolveSibling(stem + "-version-" + version + "-" + more + ending);
        }
        handle.execute("VACUUM INTO ?", copy.toString());
    }
}
