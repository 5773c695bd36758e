package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;
import whetstone.labelling.replay.Replay;

/** The hand on a drive thread that the test is itself, in a time that it owns. */
class HandTest {
    private static final long MILLI = 1_000_000;
    private static final StrokeRepair LATE = StrokeRepair.with(new Calibrations(List.of(
            new Calibration(1, "E", "Wheel", 1, 0.3, 0.02, 1, 0, 0.9, Instant.EPOCH))));

    @TempDir
    private Path folder;
    private Dataset dataset;
    private long now;
    private Replay replay;
    private StrokeRecorder.Head head;
    private final Hand hand = new Hand(Runnable::run, () -> now, () -> { }, _ -> { });

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        long rollout = SkywayDataset.byLearner(dataset, "alpha", 60, 1);
        var environment = dataset.rollout(rollout).info().environment();
        replay = new Replay(() -> now, 60, environment.ticksPerSecond());
        head = new StrokeRecorder.Head(rollout, "E", "Wheel", Instant.EPOCH, environment.ticksPerSecond(), environment.action());
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void aStrokeThatWasStoppedIsSavedWhenItsLastFrameIsAnswered() {
        CompletableFuture<List<JournalEntry.Labelled>> saved = stopped(LATE);
        pass(280);
        assertThat(saved).isNotDone();
        pass(40);
        assertThat(saved.join()).hasSize(1);
    }

    @Test
    void aHandNeverMeasuredIsNotWaitedFor() {
        assertThat(stopped(StrokeRepair.NONE).join()).hasSize(1);
    }

    @Test
    void whoLeavesWaitsForNoAnswer() {
        CompletableFuture<List<JournalEntry.Labelled>> saved = stopped(LATE);
        hand.settle();
        assertThat(saved.join()).hasSize(1);
    }

    @Test
    void theNextStrokeBeginsWhileTheLastOneWaitsForAnswers() {
        CompletableFuture<List<JournalEntry.Labelled>> first = stopped(LATE);
        CompletableFuture<List<JournalEntry.Labelled>> second = stopped(LATE);
        pass(320);
        assertThat(first.join().getFirst().label().range()).isNotEqualTo(second.join().getFirst().label().range());
    }

    /** A stroke of half a second. */
    private CompletableFuture<List<JournalEntry.Labelled>> stopped(StrokeRepair repair) {
        hand.begin(dataset, head, replay, Optional.empty()).join();
        replay.play();
        pass(500);
        replay.pause();
        return hand.end(repair);
    }

    private void pass(int millis) {
        for (int i = 0; i < millis; i += 4) {
            now += 4 * MILLI;
            hand.sample(now, new float[] {0.25f});
            hand.polled(now);
        }
    }
}
