package whetstone.app.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;

/** Choosing how to export, in a real window on a real file. */
class ExportPaneTest {
    private static final Duration MOST = Duration.ofSeconds(40);

    @TempDir Path folder;
    private final List<Path> exported = new ArrayList<>();
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
    private List<Long> chosen = List.of(1L);
    private Threads threads;
    private Dataset dataset;
    private ExportPane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 30, 1);
        SkywayDataset.byLearner(dataset, "delta", 20, 2);
        stage = HeadlessWindow.onFx(() -> {
            Workbench workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.open(dataset);
            pane = new ExportPane(workbench, Words.of("data"), () -> chosen, busy, (_, place) -> exported.add(place));
            pane.shown("");
            return HeadlessWindow.show(pane, 1240, 560, true);
        });
        awaitPreview();
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(() -> stage.hide());
        threads.close();
        dataset.close();
    }

    @Test
    void whatWillBeWrittenIsSaidBefore() {
        assertThat(preview()).isEqualTo(new ExportPreview(1, 30, 30, 30, 0, 1, 0, List.of("front 80 x 60"), List.of("steer"),
                List.of("Saved states, from which an environment can be driven on, are left out.")));
        assertThat(texts()).contains("1 (1 for training, 0 for validation)", "front 80 x 60");
    }

    @Test
    void anotherChoiceOfRolloutsIsLookedAtAnew() {
        chosen = List.of(1L, 2L);
        HeadlessWindow.onFx(() -> pane.shown(""));
        HeadlessWindow.await("the other rollouts", MOST, () -> pane.model().previewProperty().get().filter(found -> found.frames() == 50)
                .isPresent());
        assertThat(preview().labelled()).isEqualTo(30);
    }

    @Test
    void everyFormatSaysWhatItIsAndWhatItCannotHold() {
        for (ExportFormat format : Formats.exports()) {
            HeadlessWindow.onFx(() -> ((ToggleButton) pane.lookup("#export-" + format.name().replace('.', '-'))).fire());
            awaitPreview();
            assertThat(texts()).contains(preview().limits().isEmpty() ? "Nothing is lost." : preview().limits().getFirst());
        }
    }

    @Test
    void theFolderThatIsOfferedIsFree() throws java.io.IOException {
        Path first = HeadlessWindow.onFx(() -> pane.model().folderProperty().get().orElseThrow());
        Files.createDirectory(first);
        HeadlessWindow.onFx(() -> pane.shown(""));
        assertThat(HeadlessWindow.onFx(() -> pane.model().folderProperty().get().orElseThrow())).isEqualTo(folder.resolve("test-csv-2"));
    }

    @Test
    void exportStartsWhereItWasSaid() {
        HeadlessWindow.onFx(() -> button().fire());
        assertThat(exported).containsExactly(folder.resolve("test-csv"));
    }

    @Test
    void afterAnExportAnotherFolderIsOffered() throws java.io.IOException {
        HeadlessWindow.onFx(() -> busy.set(true));
        Files.createDirectory(folder.resolve("test-csv"));
        HeadlessWindow.onFx(() -> busy.set(false));
        HeadlessWindow.await("another folder", MOST, () -> pane.model().folderProperty().get().equals(java.util.Optional.of(folder.resolve("test-csv-2"))));
    }

    @Test
    void nothingIsExportedWhileAnotherTransferGoesOn() {
        HeadlessWindow.onFx(() -> busy.set(true));
        assertThat(HeadlessWindow.onFx(() -> button().isDisabled())).isTrue();
    }

    private void awaitPreview() {
        HeadlessWindow.await("the preview", MOST, () -> pane.model().previewProperty().get().isPresent());
    }

    private ExportPreview preview() {
        return HeadlessWindow.onFx(() -> pane.model().previewProperty().get().orElseThrow());
    }

    private List<String> texts() {
        return HeadlessWindow.onFx(() -> pane.lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText()).toList());
    }

    private Button button() {
        return (Button) pane.lookup("#export-start");
    }
}
