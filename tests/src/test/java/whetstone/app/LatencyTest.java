package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command "latency" measures, with its virtual stick in a window without a display. */
class LatencyTest {
    @Test
    void theMovementsOfAStickAreSeenOnTheWheelAndOnTheRibbon(@TempDir Path folder) {
        List<Latency.Move> moves = measured(folder);
        assertThat(moves).extracting(Latency.Move::seen).contains(Latency.Seen.WHEEL, Latency.Seen.RIBBON);
        assertThat(moves).allSatisfy(move -> assertThat(move.pixelNanos()).isGreaterThan(move.laidOutNanos()));
        assertThat(moves).allSatisfy(move -> assertThat(move.laidOutNanos()).isBetween(1L, TimeUnit.SECONDS.toNanos(2)));
    }

    private static List<Latency.Move> measured(Path folder) {
        CompletableFuture<List<Latency.Move>> measured = new CompletableFuture<>();
        HeadlessWindow.onFx(() -> new Latency(folder, 4, measured::complete).begin());
        return measured.orTimeout(90, TimeUnit.SECONDS).join();
    }
}
