package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.files.TemporaryFolder;

/**
 * A temporary folder in which the game finds its track with our script, settings of its own, and nothing of the user's: his records and settings
 * are neither read nor changed. Gone when closed.
 */
record GameFolder(TemporaryFolder temporary, String track) implements AutoCloseable {
    private static final String SCRIPT = "scripting.as";
    private static final String SETTINGS = """
            <?xml version="1.0"?>
            <stkconfig version="8">
                <Audio sfx_on="false" music_on="false" />
                <Video max_fps="30" />
                <Minimap display="2" />
                <enable_internet value="2" />
            </stkconfig>
            """;

    /** Writes one track. */
    interface TrackWriter {
        void write(Path folder) throws IOException;
    }

    /** @param name of the track, for its folder */
    static GameFolder create(String name, TrackWriter writer) {
        try {
            GameFolder folder = new GameFolder(TemporaryFolder.create("whetstone-supertuxkart"), "whetstone-" + name);
            boolean done = false;
            try {
                folder.fill(writer);
                done = true;
                return folder;
            } finally {
                if (!done) {
                    folder.close();
                }
            }
        } catch (IOException unwritable) {
            throw new EnvironmentException("the folder for SuperTuxKart can't be made: " + unwritable.getMessage(), unwritable);
        }
    }

    /** Links to a track of the installed game: nothing is copied. */
    static TrackWriter links(Path installed) {
        return folder -> {
            try (Stream<Path> files = Files.list(installed)) {
                for (Path file : files.filter(Files::isRegularFile).filter(one -> !one.getFileName().toString().equals(SCRIPT)).toList()) {
                    Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
                }
            }
        };
    }

    private void fill(TrackWriter writer) throws IOException {
        Files.createDirectories(trackFolder());
        writer.write(trackFolder());
        try (InputStream script = GameFolder.class.getResourceAsStream("/whetstone/supertuxkart/" + SCRIPT)) {
            Files.write(trackFolder().resolve(SCRIPT), script.readAllBytes());
        }
        Path settings = path().resolve("config/supertuxkart/config-0.10");
        Files.createDirectories(settings);
        Files.writeString(settings.resolve("config.xml"), SETTINGS, StandardCharsets.UTF_8);
        for (String name : List.of("home", "data", "cache")) {
            Files.createDirectories(path().resolve(name));
        }
    }

    Path path() {
        return temporary.path();
    }

    Path trackFolder() {
        return path().resolve("tracks").resolve(track);
    }

    /** The game's arguments for this track: the plainest picture, no items to collect, no network. */
    List<String> arguments() {
        return List.of("--windowed", "--screensize=320x240", "--render-driver=gl", "--trackdir=" + path().resolve("tracks") + "/", "--track=" + track,
                "--kart=tux", "--laps=99", "--numkarts=1", "--mode=1", "--difficulty=2", "--race-now", "--log=1", "--fps-debug",
                "--disable-glow", "--disable-bloom", "--disable-particles", "--disable-light-shaft", "--disable-dof",
                "--disable-animated-characters", "--disable-motion-blur", "--disable-mlaa", "--disable-texture-compression", "--disable-ssao",
                "--disable-ibl", "--disable-hd-textures", "--disable-dynamic-lights", "--anisotropic=0", "--shadows=0",
                "--disable-item-collection", "--disable-addon-karts", "--disable-addon-tracks", "--disable-polling", "--no-high-scores");
    }

    Map<String, String> environment(String display) {
        return Map.ofEntries(Map.entry("HOME", path().resolve("home").toString()), Map.entry("XDG_CONFIG_HOME", path().resolve("config").toString()),
                Map.entry("XDG_DATA_HOME", path().resolve("data").toString()), Map.entry("XDG_CACHE_HOME", path().resolve("cache").toString()),
                Map.entry("DISPLAY", display), Map.entry("SDL_VIDEODRIVER", "x11"), Map.entry("SDL_AUDIODRIVER", "dummy"),
                Map.entry("ALSOFT_DRIVERS", "null"), Map.entry("LP_NUM_THREADS", "1"), Map.entry("LC_ALL", "C"));
    }

    /** The game's guard removes it too, where this process ends first. */
    @Override
    public void close() {
        temporary.close();
    }
}
