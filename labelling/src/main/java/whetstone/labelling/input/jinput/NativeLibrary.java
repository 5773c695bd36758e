package whetstone.labelling.input.jinput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Unpacks JInput's native libraries for this system, which JInput does not do itself, and says where they are. */
final class NativeLibrary {
    static final String FOLDER_PROPERTY = "net.java.games.input.librarypath";

    private NativeLibrary() {}

    /** Must have run before JInput's first use; a folder that was set from outside is left alone. */
    static void unpack() {
        if (System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("whetstone-jinput");
            folder.toFile().deleteOnExit();
            for (String name : names(System.getProperty("os.name"))) {
                copy(name, folder.resolve(name));
            }
            System.setProperty(FOLDER_PROPERTY, folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("the library that reads sticks can't be unpacked: " + failure.getMessage(), failure);
        }
    }

    static List<String> names(String operatingSystem) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("jinput-raw_64.dll", "jinput-dx8_64.dll", "jinput-wintab.dll");
        }
        return system.contains("mac") ? List.of("libjinput-osx.jnilib") : List.of("libjinput-linux64.so");
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream library = NativeLibrary.class.getClassLoader().getResourceAsStream(name)) {
            if (library == null) {
                throw new IOException("the program lacks " + name);
            }
            Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
            target.toFile().deleteOnExit();
        }
    }
}
