package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import whetstone.model.environment.EnvironmentException;

/**
 * The running game: its window, what it tells, and its halting between two decisions. On a display of its own where Xvfb is installed, so that
 * neither its keys nor its picture get in anybody's way, else on the user's. One thread; a second one reads what the game prints.
 */
final class Game implements AutoCloseable {
    private static final String WINDOW = "SuperTuxKart";
    private static final long SECONDS_TO_START = 180;
    private static final long SECONDS_OF_SILENCE = 20;
    private static final int MOST_WAITING = 100_000;

    private final List<AutoCloseable> opened;
    private final Guarded program;
    private final GameWindow window;
    private final Words words;

    /** What the game tells, and the last line that told nothing: where it ends by itself, that says why. */
    private record Words(BlockingQueue<Telemetry.Report> reports, AtomicReference<String> last) {
        void hear(String line) {
            // A queue that nobody empties any more drops what is told: the game must never wait for us.
            Telemetry.read(line).ifPresentOrElse(reports::offer, () -> last.set(line.replaceAll("\\e\\[[0-9;]*m|\\p{Cntrl}", "")));
        }
    }

    private Game(List<AutoCloseable> opened, Guarded program, GameWindow window, Words words) {
        this.opened = opened;
        this.program = program;
        this.window = window;
        this.words = words;
    }

    /** Starts the race; it is halted at the first thing the kart tells. The folder is closed with the game, also where it can't be started. */
    static Game start(Installation installation, GameFolder folder, Map<String, String> environment, Pace pace) {
        List<AutoCloseable> opened = new ArrayList<>(List.of(folder));
        boolean started = false;
        try {
            String display = display(installation, folder, environment, opened);
            List<String> command = new ArrayList<>(List.of("stdbuf", "-oL", installation.game().toString()));
            command.addAll(folder.arguments());
            Map<String, String> variables = new HashMap<>(folder.environment(display));
            variables.putAll(pace.variables(Path.of("/")));
            Guarded program = Guarded.startIn(folder.path(), command, variables);
            opened.add(program);
            Words words = new Words(new LinkedBlockingQueue<>(MOST_WAITING), new AtomicReference<>("nothing"));
            Thread.ofPlatform().daemon().name("supertuxkart").start(() -> listen(program, words));
            if (first(program, words.reports()).isEmpty()) {
                throw new EnvironmentException((program.alive() ? "SuperTuxKart told nothing of its kart for " + SECONDS_TO_START + " s"
                        : "SuperTuxKart ended before its race began") + "; start it by hand once and see whether it runs (version 1.4 is known to). "
                        + "Its last words: " + words.last().get());
            }
            GameWindow window = window(display, environment);
            opened.add(window);
            window.focus();
            Game game = new Game(opened, program, window, words);
            game.halt();
            started = true;
            return game;
        } finally {
            if (!started) {
                close(opened);
            }
        }
    }

    private static String display(Installation installation, GameFolder folder, Map<String, String> environment, List<AutoCloseable> opened) {
        if (installation.hiddenDisplay().isEmpty()) {
            return environment.get("DISPLAY");
        }
        Guarded hidden = Guarded.start(List.of(installation.hiddenDisplay().get().toString(), "-displayfd", "1", "-screen", "0", "320x240x24",
                "-nolisten", "tcp"), Map.of(), folder.path());
        opened.add(hidden);
        try {
            return ":" + Integer.parseInt(hidden.lines().next().orElse("").strip());
        } catch (IOException | NumberFormatException failure) {
            throw new EnvironmentException("the hidden display (Xvfb) did not start", failure);
        }
    }

    private static GameWindow window(String display, Map<String, String> environment) {
        Path authority = Path.of(environment.getOrDefault("XAUTHORITY", environment.getOrDefault("HOME", "") + "/.Xauthority"));
        try {
            DisplayConnection connection = DisplayConnection.open(display, DisplayCookie.of(authority, DisplayConnection.number(display)));
            Optional<GameWindow> found = GameWindow.find(connection, WINDOW);
            if (found.isEmpty()) {
                connection.close();
            }
            return found.orElseThrow(() -> new EnvironmentException("SuperTuxKart runs but shows no window on display " + display));
        } catch (IOException unreadable) {
            throw new EnvironmentException("the display's secret in " + authority + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void listen(Guarded program, Words words) {
        try {
            Optional<String> line = program.lines().next();
            while (line.isPresent()) {
                words.hear(line.get());
                line = program.lines().next();
            }
        } catch (IOException ended) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "the game ended", ended);
        }
    }

    /** The kart's first word. */
    private static Optional<Telemetry.Report> first(Guarded program, BlockingQueue<Telemetry.Report> reports) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end && program.alive()) {
            Optional<Telemetry.Report> report = poll(reports, 1);
            if (report.isPresent() && report.get() instanceof Telemetry.Motion) {
                return report;
            }
        }
        return Optional.empty();
    }

    GameWindow window() {
        return window;
    }

    void halt() {
        program.halt();
    }

    void proceed() {
        program.proceed();
    }

    /** The next thing the running game tells. @throws EnvironmentException if it ended or has fallen silent */
    Telemetry.Report next() {
        Optional<Telemetry.Report> report = poll(words.reports(), SECONDS_OF_SILENCE);
        return report.orElseThrow(() -> new EnvironmentException(program.alive()
                ? "SuperTuxKart has told nothing for " + SECONDS_OF_SILENCE + " s: it hangs, or the machine is far too busy"
                : "SuperTuxKart ended by itself; its last words: " + words.last().get()));
    }

    private static Optional<Telemetry.Report> poll(BlockingQueue<Telemetry.Report> reports, long seconds) {
        try {
            return Optional.ofNullable(reports.poll(seconds, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("waiting for SuperTuxKart was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        close(opened);
    }

    private static void close(List<AutoCloseable> opened) {
        for (AutoCloseable one : opened.reversed()) {
            switch (one) {
                case GameWindow window -> window.close();
                case Guarded program -> program.close();
                case GameFolder folder -> folder.close();
                default -> throw new IllegalStateException("the game holds " + one);
            }
        }
        opened.clear();
    }
}
