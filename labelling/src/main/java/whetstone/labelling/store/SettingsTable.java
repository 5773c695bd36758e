package whetstone.labelling.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code settings}: a text by a key. */
final class SettingsTable {
    private SettingsTable() {}

    static Optional<String> get(Handle handle, String key) {
        return handle.createQuery("SELECT value FROM settings WHERE key = :key").bind("key", key).mapTo(String.class).findOne();
    }

    static void put(Handle handle, String key, String value) {
        handle.execute("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value);
    }
}
