package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;

/** The work log in a real file, by a clock of its own. */
class WorkLogTest {
    private static final Duration MOST = Duration.ofSeconds(30);

    @TempDir Path folder;
    private final long[] nanos = {0};
    private Threads threads;
    private Dataset dataset;
    private Workbench workbench;
    private WorkLog log;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.open(dataset);
            workbench.nameExpert("Ada");
            workbench.steerWith("wheel");
            log = new WorkLog(workbench, () -> nanos[0], () -> Instant.EPOCH.plusNanos(nanos[0]));
        });
    }

    @AfterEach
    void close() {
        threads.close();
        dataset.close();
    }

    private void watches(int seconds) {
        HeadlessWindow.onFx(() -> {
            for (int i = 0; i < seconds; i++) {
                log.seen(OptionalDouble.of(0.5));
                nanos[0] += 1_000_000_000L;
            }
        });
    }

    private List<whetstone.labelling.Sitting> sittings() {
        return dataset.experts().sittings();
    }

    @Test
    void whatWasLabelledIsLoggedWithTheTimeItTook() {
        watches(60);
        HeadlessWindow.onFx(() -> {
            log.stroke(false);
            log.labelled(12, 12);
        });
        HeadlessWindow.await("a line", MOST, () -> sittings().size() == 1);
        whetstone.labelling.Sitting line = sittings().getFirst();
        assertThat(List.of(line.expert(), line.device(), line.secondsAtScreen(), line.labelledSeconds(), line.strokes()))
                .isEqualTo(List.of("Ada", "wheel", 60.0, 12.0, 1));
    }

    @Test
    void oneSittingIsOneLineHoweverMuchIsLabelled() {
        watches(20);
        HeadlessWindow.onFx(() -> log.labelled(3, 3));
        watches(20);
        HeadlessWindow.onFx(() -> log.labelled(4, 4));
        HeadlessWindow.onFx(log::end);
        HeadlessWindow.await("all of it", MOST, () -> sittings().stream().anyMatch(line -> line.labelledSeconds() == 7));
        assertThat(sittings()).hasSize(1);
    }

    @Test
    void anotherExpertBeginsAnotherLine() {
        watches(20);
        HeadlessWindow.onFx(() -> log.labelled(3, 3));
        HeadlessWindow.onFx(() -> workbench.nameExpert("Ben"));
        watches(20);
        HeadlessWindow.onFx(() -> log.labelled(4, 4));
        HeadlessWindow.await("two lines", MOST, () -> sittings().size() == 2);
        assertThat(sittings()).extracting(whetstone.labelling.Sitting::expert).containsExactly("Ada", "Ben");
    }

    @Test
    void aLabelThatIsSavedJustAfterTheScreenWasLeftBelongsToTheSitting() {
        watches(20);
        HeadlessWindow.onFx(log::end);
        HeadlessWindow.onFx(() -> log.labelled(4, 4));
        HeadlessWindow.await("its label", MOST, () -> sittings().stream().anyMatch(line -> line.labelledSeconds() == 4));
        assertThat(sittings()).singleElement().satisfies(line -> assertThat(line.secondsAtScreen()).isEqualTo(19));
    }

    @Test
    void aLabelThatIsUndoneDoesNotCount() {
        watches(20);
        HeadlessWindow.onFx(() -> {
            log.labelled(7, 3);
            log.labelled(8, 4);
            log.undone(7);
            log.end();
        });
        HeadlessWindow.await("the sitting", MOST, () -> sittings().stream().anyMatch(line -> line.labelledSeconds() == 4));
    }

    @Test
    void aLabelOfAnEarlierSittingThatIsUndoneTakesNothingFromThisOne() {
        watches(20);
        HeadlessWindow.onFx(() -> {
            log.labelled(7, 3);
            log.end();
        });
        watches(20);
        HeadlessWindow.onFx(() -> {
            log.labelled(8, 4);
            log.undone(7);
            log.end();
        });
        HeadlessWindow.await("both sittings", MOST, () -> sittings().stream().map(whetstone.labelling.Sitting::labelledSeconds).toList()
                .equals(List.of(3.0, 4.0)));
    }

    @Test
    void aGlanceIsNoSitting() {
        watches(3);
        HeadlessWindow.onFx(log::end);
        watches(20);
        HeadlessWindow.onFx(log::end);
        HeadlessWindow.await("a line", MOST, () -> !sittings().isEmpty());
        assertThat(sittings()).hasSize(1);
    }
}
