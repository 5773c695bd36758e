package whetstone.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What the user chose for the program, whatever the dataset: small texts by key in {@code settings.properties} of the user's folder.
 * A file that can't be read counts as empty: the program then starts as new. FX thread.
 */
public final class Settings {
    private final Path file;
    private final Properties values;

    public Settings(Path folder) {
        this.file = folder.resolve("settings.properties");
        this.values = read(file);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public boolean is(String key) {
        return get(key).map(Boolean::parseBoolean).orElse(false);
    }

    /** Kept at once; written whole and then put in place, so that a killed process leaves the old file or the new one. */
    public void set(String key, String value) {
        values.setProperty(key, value);
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(written)) {
                values.store(writer, "Whetstone");
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            System.getLogger("whetstone").log(System.Logger.Level.INFO, "settings are not kept: " + file, unwritable);
        }
    }

    private static Properties read(Path file) {
        Properties read = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                System.getLogger("whetstone").log(System.Logger.Level.INFO, "settings begin anew: " + file, unreadable);
            }
        }
        return read;
    }
}
