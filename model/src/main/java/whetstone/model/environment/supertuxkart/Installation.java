package whetstone.model.environment.supertuxkart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whetstone.model.environment.EnvironmentException;

/**
 * What of the game this machine has. Costs a look at the disk.
 *
 * @param game the program
 * @param hiddenDisplay Xvfb, a display without a screen, where it is installed
 * @param data the game's own files
 */
record Installation(Path game, Optional<Path> hiddenDisplay, Path data) {
    private static final String MISSING = "SuperTuxKart is not installed on this machine: install it (on Debian: apt install supertuxkart xvfb)";

    /** @throws EnvironmentException with what to install */
    static Installation find(Map<String, String> environment) {
        Path game = program("supertuxkart", environment).orElseThrow(() -> new EnvironmentException(MISSING));
        List<Path> folders = Stream.of(environment.getOrDefault("SUPERTUXKART_DATADIR", "/usr/share/games/supertuxkart"),
                "/usr/share/games/supertuxkart", "/usr/share/supertuxkart").map(Path::of).toList();
        Path data = folders.stream().map(folder -> folder.resolve("data")).filter(Files::isDirectory).findFirst()
                .orElseThrow(() -> new EnvironmentException("SuperTuxKart's own files were not found in " + folders
                        + ": install them (on Debian: apt install supertuxkart-data) or name their folder in SUPERTUXKART_DATADIR"));
        Optional<Path> hidden = program("Xvfb", environment);
        if (hidden.isEmpty() && environment.getOrDefault("DISPLAY", "").isEmpty()) {
            throw new EnvironmentException("SuperTuxKart needs a display and there is none: install a hidden one (on Debian: apt install xvfb)");
        }
        return new Installation(game, hidden, data);
    }

    private static Optional<Path> program(String name, Map<String, String> environment) {
        List<String> folders = new ArrayList<>(List.of(environment.getOrDefault("PATH", "").split(":")));
        // Debian keeps games off root's path.
        folders.add("/usr/games");
        return folders.stream().filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }
}
