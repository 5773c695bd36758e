package whetstone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
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
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.CsvExport;
import whetstone.labelling.exchange.FrameFolderImport;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.MadePictures;
import whetstone.labelling.exchange.UdacityImport;

/** The Data screen in a real window on a real file. */
class DataScreenTest {
    private static final Duration MOST = Duration.ofSeconds(40);

    @TempDir Path folder;
    private final List<Long> opened = new ArrayList<>();
    private Threads threads;
    private Dataset dataset;
    private Workbench workbench;
    private DataScreen screen;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 40, 1);
        SkywayDataset.byLearner(dataset, "delta", 40, 2);
        stage = HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            screen = new DataScreen(workbench, opened::add);
            workbench.open(dataset);
            screen.shown();
            return HeadlessWindow.show(screen.node(), 1280, 620, true);
        });
        HeadlessWindow.await("two rollouts", MOST, () -> table().getItems().size() == 2);
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(() -> {
            screen.hidden();
            stage.hide();
        });
        threads.close();
        dataset.close();
    }

    @Test
    void aDeletedRolloutLeavesTheTableAndStaysInTheFile() {
        HeadlessWindow.onFx(() -> table().getSelectionModel().select(0));
        HeadlessWindow.onFx(() -> screen.model().markDeleted(true));
        HeadlessWindow.await("one rollout", MOST, () -> table().getItems().size() == 1);
        assertThat(dataset.rollouts()).hasSize(2);
    }

    @Test
    void aRestoredRolloutComesBack() {
        dataset.markDeleted(1, true).join();
        HeadlessWindow.onFx(() -> screen.model().filter(RolloutFilter.ALL.withDeleted(true)));
        HeadlessWindow.onFx(() -> screen.model().unwatch());
        HeadlessWindow.onFx(() -> screen.model().watch());
        HeadlessWindow.await("the deleted one", MOST, () -> table().getItems().size() == 1);
        HeadlessWindow.onFx(() -> table().getSelectionModel().select(0));
        HeadlessWindow.onFx(() -> screen.model().markDeleted(false));
        HeadlessWindow.await("none deleted", MOST, () -> table().getItems().isEmpty());
        assertThat(dataset.rollouts()).noneMatch(rollout -> rollout.deleted());
    }

    @Test
    void theHistogramCountsWhatTheExpertDroveAsLabels() {
        HeadlessWindow.onFx(() -> table().getSelectionModel().select(0));
        HeadlessWindow.await("a histogram", MOST, () -> screen.model().histogramProperty().get().labelCount() > 0);
        assertThat(screen.model().histogramProperty().get().labelCount()).isEqualTo(40);
    }

    @Test
    void theHistogramCountsWhatTheLearnerSteered() {
        HeadlessWindow.onFx(() -> table().getSelectionModel().select(1));
        HeadlessWindow.await("a histogram", MOST, () -> screen.model().histogramProperty().get().learnerCount() > 0);
        assertThat(screen.model().histogramProperty().get().learnerCount(ActionHistogram.bin(0))).isEqualTo(40);
    }

    @Test
    void theTrustInLabelsIsAColumn() {
        dataset.append(new whetstone.labelling.JournalEntry.Labelled(0, 2, "Ada", java.time.Instant.now(),
                new whetstone.labelling.Label.Approval(new whetstone.labelling.TickRange(0, 20)))).join();
        HeadlessWindow.onFx(() -> workbench.contentsChanged());
        HeadlessWindow.await("the trust", MOST, () -> screen.model().trustProperty().get().containsKey(2L));
        HeadlessWindow.await("its cell", MOST, () -> table().lookupAll(".table-cell").stream()
                .anyMatch(cell -> cell instanceof javafx.scene.control.TableCell<?, ?> shown && "0.86".equals(shown.getText())));
    }

    @Test
    void onlyTheRowsInViewExist() {
        HeadlessWindow.onFx(() -> screen.model().show(java.util.Collections.nCopies(5000, table().getItems().getFirst())));
        int[] pulses = {0};
        HeadlessWindow.await("a layout", MOST, () -> ++pulses[0] > 3);
        assertThat(HeadlessWindow.onFx(() -> table().lookupAll(".table-row-cell").stream().filter(TableRow.class::isInstance).count())).isLessThan(60);
    }

    @Test
    void anExportEndsWithASentence() {
        HeadlessWindow.onFx(() -> screen.model().export(new CsvExport(), folder.resolve("out")));
        HeadlessWindow.await("the result", MOST, () -> screen.model().transfer().resultProperty().get().startsWith("2 rollouts with 80 frames"));
        assertThat(folder.resolve("out").resolve("frames.csv")).exists();
    }

    @Test
    void importedFramesAppearInTheTable() {
        MadePictures.write(folder.resolve("frames/a.png"), 32, 16, Color.GREEN);
        HeadlessWindow.onFx(() -> screen.model().bring(new FrameFolderImport(), folder.resolve("frames"), usual()));
        HeadlessWindow.await("the imported rollout", MOST, () -> table().getItems().size() == 3);
    }

    @Test
    void folderThatCannotBeImportedIsSaidInTheWindow() {
        HeadlessWindow.onFx(() -> screen.model().bring(new UdacityImport(), folder.resolve("nowhere"), usual()));
        HeadlessWindow.await("the sentence", MOST, () -> transferText().contains("is not there"));
    }

    private static ImportOptions usual() {
        return ImportOptions.usual(InstantSource.system());
    }

    private String transferText() {
        return ((Label) screen.node().lookup(".transfer-bar .label")).getText();
    }

    @SuppressWarnings("unchecked")
    private TableView<RolloutRow> table() {
        return (TableView<RolloutRow>) screen.node().lookup(".rollout-table");
    }
}
