package whetstone.app.watch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.replay.Ticker;

/**
 * Measures the live view: {@code xvfb-run -a -s "-screen 0 1920x1080x24" tests/benchmarks/run WatchBenchmark [SECONDS [compare]]} drives
 * Skyway at 30 ticks a second in a window as large as that screen (with {@code compare} a second kart beside it), records it, and prints how many frames a second reached the screen, the
 * longest time between two of them, and the processor time taken.
 */
final class WatchBenchmark {
    private static final int SETTLING_SECONDS = 5;

    private final List<Long> shown = new ArrayList<>();
    private int newest = -1;

    private final boolean compare;

    private WatchBenchmark(boolean compare) {
        this.compare = compare;
    }

    public static void main(String[] arguments) throws IOException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = Files.createTempDirectory("whetstone-watch");
        try {
            new WatchBenchmark(List.of(arguments).contains("compare")).measure(folder, seconds);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(Path::toFile).forEach(File::delete);
            }
            Files.delete(folder);
            Platform.exit();
        }
    }

    private void measure(Path folder, int seconds) {
        try (Threads threads = new Threads(); Dataset dataset = SkywayDataset.empty(folder)) {
            WatchScreen screen = HeadlessWindow.onFx(() -> open(threads, dataset));
            await(SETTLING_SECONDS);
            HeadlessWindow.onFx(shown::clear);
            long processor = processorNanos();
            long from = Ticker.SYSTEM.nanos();
            await(seconds);
            report((Ticker.SYSTEM.nanos() - from) * 1e-9, (processorNanos() - processor) * 1e-9);
            HeadlessWindow.onFx(() -> screen.model().stop());
            HeadlessWindow.await("the recording's end", Duration.ofSeconds(30), () -> screen.model().recordedProperty().get().isPresent());
        }
    }

    private WatchScreen open(Threads threads, Dataset dataset) {
        Workbench workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
        WatchScreen screen = new WatchScreen(workbench, version -> { throw new IllegalStateException("there is no " + version); },
                OptionalDouble::empty, _ -> { });
        workbench.open(dataset);
        screen.shown();
        Stage stage = HeadlessWindow.show(screen.node(), 1920, 1010, true);
        count(stage.getScene(), screen.model());
        if (compare) {
            screen.model().choose(screen.model().settingsProperty().get().comparedWith(Optional.of(new WhoDrives.ProgramExpert())));
        }
        screen.model().record(true);
        screen.model().play();
        return screen;
    }

    /** A frame counts once the pulse that shows it has laid out the scene. */
    private void count(Scene scene, WatchModel model) {
        scene.addPostLayoutPulseListener(() -> model.frameProperty().get().ifPresent(frame -> {
            if (frame.tick() != newest) {
                newest = frame.tick();
                shown.add(Ticker.SYSTEM.nanos());
            }
        }));
    }

    private static void await(int seconds) {
        long until = Ticker.SYSTEM.nanos() + seconds * 1_000_000_000L;
        HeadlessWindow.await(seconds + " seconds", Duration.ofSeconds(seconds + 30), () -> Ticker.SYSTEM.nanos() >= until);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void report(double seconds, double processorSeconds) {
        List<Long> times = HeadlessWindow.onFx(() -> List.copyOf(shown));
        double longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, (times.get(i) - times.get(i - 1)) * 1e-6);
        }
        System.out.printf(Locale.ROOT, "%.1f frames a second over %.1f s, longest gap %.1f ms, %.2f cores%n", times.size() / seconds, seconds,
                longest, processorSeconds / seconds);
    }
}
