package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whetstone.model.environment.EnvironmentException;

/**
 * How fast the game's clock runs. Faster than real time it is told another time by libfaketime; its physics takes the same steps of it.
 *
 * @param times of real time, 1 to 8
 */
record Pace(double times) {
    private static final double MOST = 8;
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    private static final String MISSING = "SuperTuxKart can only run faster than real time with libfaketime, which was not found: "
            + "install it (on Debian: apt install faketime), or let the game run in real time";

    Pace {
        if (!(times >= 1 && times <= MOST)) {
            throw new IllegalArgumentException("SuperTuxKart's pace is " + times + ", not between 1 (real time) and " + (int) MOST);
        }
    }

    /** Variables for the game's process. @param root of the file system. @throws EnvironmentException with what to install */
    Map<String, String> variables(Path root) {
        return times == 1 ? Map.of() : Map.of("LD_PRELOAD", library(root).toString(), "FAKETIME", "+0 x" + times);
    }

    private static Path library(Path root) {
        List<Path> folders = new ArrayList<>(List.of(root.resolve("usr/lib"), root.resolve("usr/lib64"), root.resolve("usr/local/lib")));
        try (Stream<Path> architectures = Files.list(root.resolve("usr/lib"))) {
            architectures.forEach(folders::add);
        } catch (IOException unreadable) {
            throw new EnvironmentException(MISSING, unreadable);
        }
        return folders.stream().map(folder -> folder.resolve(LIBRARY)).filter(Files::isRegularFile).findFirst()
                .orElseThrow(() -> new EnvironmentException(MISSING));
    }
}
