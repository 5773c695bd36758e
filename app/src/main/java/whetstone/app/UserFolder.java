package whetstone.app;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's datasets and settings live, by the custom of the system. */
final class UserFolder {
    private UserFolder() {}

    /**
     * @param system value of the property os.name
     * @param home the user's home folder
     */
    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Whetstone");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Whetstone");
        }
        return folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("whetstone");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
