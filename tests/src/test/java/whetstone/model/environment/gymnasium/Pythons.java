package whetstone.model.environment.gymnasium;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Python that is on this machine, where there is one. */
public final class Pythons {
    private static final String USUAL = "python3";

    private Pythons() {}

    /** A Python whose Gymnasium is the stand-in; the test is skipped where Python or numpy is missing. */
    public static String withStandIn(Path folder) throws IOException {
        assumeTrue(runs(USUAL, "import numpy"), "the bridge is not tried: this machine has no python3 with numpy");
        return standIn(folder, Path.of("src/test/resources/gymnasium-stand-in"));
    }

    /** A script in the folder that runs Python with the stand-in. */
    static String standIn(Path folder, Path gymnasium) throws IOException {
        Path script = Files.writeString(folder.resolve("python"), "#!/bin/sh\nPYTHONPATH='" + gymnasium.toAbsolutePath()
                + "' PYTHONDONTWRITEBYTECODE=1 exec " + USUAL + " \"$@\"\n");
        assumeTrue(script.toFile().setExecutable(true), "the bridge is not tried: scripts can't be run here");
        return script.toString();
    }

    /** A Python with the real Gymnasium and CarRacing: the one that WHETSTONE_PYTHON names, or the usual one. */
    public static String withCarRacing() {
        String python = Optional.ofNullable(System.getenv("WHETSTONE_PYTHON")).orElse(USUAL);
        assumeTrue(runs(python, "import gymnasium, Box2D, pygame"),
                "CarRacing is not driven: no Python with gymnasium[box2d]; name one in WHETSTONE_PYTHON");
        return python;
    }

    private static boolean runs(String python, String statement) {
        try {
            Process process = new ProcessBuilder(python, "-c", statement).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
