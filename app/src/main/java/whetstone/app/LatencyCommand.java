package whetstone.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whetstone.model.files.TemporaryFolder;

/** Measures the time from a stick's movement to the pixel that shows it, in the real window of the Label screen. */
@Command(name = "latency", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measure stick to pixel on the Label screen with a virtual stick; without a display, in a window without one.")
final class LatencyCommand implements Callable<Integer> {
    private static final double MILLIS = 1e-6;

    @Option(names = "--moves", paramLabel = "N", defaultValue = "200", description = "Movements of the stick to time (default 200).")
    private int moves;

    @Override
    public Integer call() throws IOException {
        if (moves < 1) {
            System.err.println("--moves is " + moves + "; at least one movement is needed.");
            return 2;
        }
        if (!Display.isPresent(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform", ""))) {
            // JavaFX reads these when it starts.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        CompletableFuture<List<Latency.Move>> measured = new CompletableFuture<>();
        try (TemporaryFolder folder = TemporaryFolder.create("whetstone-latency")) {
            PulseRate.startUp(() -> {
                Platform.setImplicitExit(false);
                new Latency(folder.path(), moves, measured::complete).begin();
            });
            report(measured.join());
        }
        Platform.exit();
        return 0;
    }

    private static void report(List<Latency.Move> moves) {
        System.out.printf(Locale.ROOT, "%-40s %8s %8s %8s%n", moves.size() + " movements, milliseconds", "p50", "p95", "largest");
        row("stick to scene (pulse laid out)", moves.stream().mapToDouble(move -> move.laidOutNanos() * MILLIS).toArray());
        for (Latency.Seen seen : Latency.Seen.values()) {
            row("stick to pixel of the " + seen.name().toLowerCase(Locale.ROOT) + " (read back)",
                    moves.stream().filter(move -> move.seen() == seen).mapToDouble(move -> move.pixelNanos() * MILLIS).toArray());
        }
    }

    private static void row(String name, double[] millis) {
        Percentile percentile = new Percentile();
        percentile.setData(millis);
        System.out.printf(Locale.ROOT, "%-40s %8.1f %8.1f %8.1f%n", name, percentile.evaluate(50), percentile.evaluate(95),
                percentile.evaluate(100));
    }
}
