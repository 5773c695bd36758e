package whetstone.app.data.worklog;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Sitting;

/** The list of past sittings in a real window on a real dataset file. */
class WorkLogPaneTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private Dataset dataset;
    private WorkLogPane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        dataset.experts().save(sitting("anna", 0, 120, 40)).join();
        dataset.experts().save(sitting("bert", 1, 60, 30)).join();
        onFx(() -> {
            Workbench workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            pane = new WorkLogPane(workbench, Words.of("data"));
            stage = HeadlessWindow.show(pane, 1200, 600, true);
            workbench.open(dataset);
            pane.shown();
        });
        HeadlessWindow.await("the sittings", Duration.ofSeconds(10), () -> table().getItems().size() == 2);
    }

    @AfterEach
    void close() {
        onFx(() -> {
            pane.hidden();
            stage.close();
        });
        threads.close();
        dataset.close();
    }

    private static Sitting sitting(String expert, int day, double secondsAtScreen, double labelledSeconds) {
        Instant from = MONDAY.plus(Duration.ofDays(day));
        return new Sitting(0, expert, "Wheel", from, from.plusSeconds((long) secondsAtScreen), secondsAtScreen, labelledSeconds, 5, 1,
                Map.of(0.25, 50.0, 1.0, 9.0));
    }

    private TableView<?> table() {
        return (TableView<?>) pane.lookup("#work-sittings");
    }

    private List<String> row(int index) {
        return onFx(() -> table().getColumns().stream().map(column -> String.valueOf(column.getCellData(index))).toList());
    }

    @Test
    void theNewestSittingIsTheFirst() {
        assertThat(row(0)).contains("bert", "1:00", "0:30", "30.0 s");
    }

    @Test
    void theSpeedOfMostOfTheTimeIsSaid() {
        assertThat(row(1)).contains("1/4×");
    }

    @Test
    void theSumSaysWhatAMinuteGave() {
        assertThat(onFx(() -> ((Label) pane.lookup("#work-sum")).getText())).contains("2 sittings").contains("3:00").contains("23.3 s a minute");
    }

    @Test
    void eachExpertHasACurve() {
        assertThat(onFx(() -> SittingSeries.of(dataset.experts().sittings()).curves())).extracting(curve -> curve.name())
                .containsExactly("anna", "bert");
    }

    @Test
    void aGlanceIsNoRate() {
        assertThat(SittingSeries.perMinute(sitting("anna", 0, 12, 2))).isEmpty();
    }
}
