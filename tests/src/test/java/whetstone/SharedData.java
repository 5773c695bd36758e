package whetstone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real recordings beside the repository, in {@code shared/data}; tests that want them skip where they are missing. */
public final class SharedData {
    private SharedData() {}

    /** Looks upwards from the working directory. */
    public static Optional<Path> folder(String name) {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path folder = place.resolve("shared/data").resolve(name);
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
