package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.train.TrainScreen;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.learning.dl4j.NetworkTrainer;

/** The window must not stall while a network is trained behind it. */
class WindowDuringTrainingTest {
    private static final long MOST_MILLIS = 100;
    /** A machine whose window stalls this long without any training is too busy to tell. */
    private static final long BUSY_MILLIS = 50;

    @TempDir Path folder;

    @Test
    void noPulseTakesOverATenthOfASecondWhileANetworkTrains() {
        HeadlessWindow.start();
        Threads threads = new Threads();
        Dataset dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 600, 1);
        Workbench workbench = HeadlessWindow.onFx(() -> new Workbench(threads,
                new BackgroundTraining(threads.train(), threads.fx(), List.of(new NetworkTrainer(InstantSource.system())))));
        Retraining retraining = new Retraining(workbench,
                (_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT));
        TrainScreen screen = HeadlessWindow.onFx(() -> new TrainScreen(workbench, retraining));
        Stage stage = HeadlessWindow.onFx(() -> {
            workbench.open(dataset);
            screen.shown();
            return HeadlessWindow.show(screen.node(), 1280, 620, true);
        });
        int[] pulses = {0};
        HeadlessWindow.await("the first layouts", Duration.ofSeconds(20), () -> ++pulses[0] > 60);
        long idle = longestPulse(Duration.ofSeconds(2));
        HeadlessWindow.onFx(() -> retraining.start(
                new TrainingSettings(TrainingSettings.Kind.CNN, 1000, 32, 1e-3, 0.2, 1000, 1, 1, true, false)));
        HeadlessWindow.await("an epoch", Duration.ofSeconds(60),
                () -> workbench.training().latestProperty().get() instanceof TrainingEvent.EpochDone);
        long training = longestPulse(Duration.ofSeconds(4));
        HeadlessWindow.onFx(retraining::cancel);
        HeadlessWindow.await("the end", Duration.ofSeconds(20), () -> !workbench.training().runningProperty().get());
        HeadlessWindow.onFx(() -> {
            screen.hidden();
            stage.hide();
        });
        threads.close();
        dataset.close();
        System.out.println("longest pulse: " + idle + " ms idle, " + training + " ms while training");
        assumeTrue(idle < BUSY_MILLIS, "the machine is too busy to tell: a pulse took " + idle + " ms without any training");
        assertThat(training).isLessThan(MOST_MILLIS);
    }

    /** The longest time between two pulses of the window, in milliseconds. */
    private static long longestPulse(Duration watched) {
        long[] longest = {0};
        AnimationTimer timer = HeadlessWindow.onFx(() -> {
            AnimationTimer made = new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    longest[0] = last == 0 ? 0 : Math.max(longest[0], now - last);
                    last = now;
                }
            };
            made.start();
            return made;
        });
        long end = System.nanoTime() + watched.toNanos();
        HeadlessWindow.await("time to pass", watched.plusSeconds(20), () -> System.nanoTime() > end);
        HeadlessWindow.onFx(timer::stop);
        return longest[0] / 1_000_000;
    }
}
