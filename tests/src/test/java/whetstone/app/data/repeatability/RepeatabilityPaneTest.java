package whetstone.app.data.repeatability;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.RepeatShare;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.trust.Disagreement;

/** The view of repeatability in a real window on a real file. */
class RepeatabilityPaneTest {
    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private Dataset dataset;
    private Workbench workbench;
    private RepeatabilityPane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        dataset = SkywayDataset.empty(folder);
        TwoExperts.fill(dataset, 12);
        stage = onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), java.util.List.of()));
            pane = new RepeatabilityPane(workbench, Words.of("data"));
            pane.shown();
            workbench.open(dataset);
            return HeadlessWindow.show(pane, 1280, 620, true);
        });
        waitFor("the findings", () -> !table("#repeat-disagreements").getItems().isEmpty());
    }

    @AfterEach
    void close() {
        onFx(() -> {
            pane.hidden();
            stage.hide();
        });
        threads.close();
        dataset.close();
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(20), holds);
    }

    private TableView<?> table(String id) {
        return (TableView<?>) pane.lookup(id);
    }

    private void openFirst() {
        onFx(() -> {
            table("#repeat-disagreements").getSelectionModel().select(0);
            ((Button) pane.lookup("#side-by-side")).fire();
        });
        waitFor("both sides", () -> pane.lookup("#settle-first") != null);
    }

    private void push(String id) {
        onFx(() -> ((Button) pane.lookup(id)).fire());
    }

    @Test
    void everyExpertWithRepeatsIsListed() {
        assertThat(onFx(() -> ((ExpertRow) table("#repeat-experts").getItems().getFirst()).expert())).isEqualTo("Ada");
    }

    @Test
    void theChosenExpertsRepeatsAreSaidInWords() {
        assertThat(onFx(() -> ((Label) pane.lookup("#repeat-about")).getText())).startsWith("Ada: excellent: 0.9").contains("from 12 repeats");
    }

    @Test
    void expertsWhoSharedClipsAreAPair() {
        assertThat(onFx(() -> table("#repeat-pairs").getItems().size())).isEqualTo(1);
    }

    @Test
    void theLargestDisagreementIsListedFirst() {
        assertThat(onFx(() -> table("#repeat-disagreements").getItems().stream().map(one -> ((Disagreement) one).between().error()).toList()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void sideBySideBothExpertsSteeringIsSaid() {
        openFirst();
        assertThat(onFx(() -> ((Label) pane.lookup("#steering-first")).getText()))
                .isNotEqualTo(onFx(() -> ((Label) pane.lookup("#steering-second")).getText())).matches("[+-]\\d\\.\\d\\d");
    }

    @Test
    void aChoiceIsEnteredByWhoSettles() {
        onFx(() -> workbench.nameExpert("Cleo"));
        openFirst();
        push("#settle-first");
        waitFor("the entry", () -> dataset.journal(1).getLast().expert().equals("Cleo"));
        assertThat(dataset.journal(1).getLast().expert()).isEqualTo("Cleo");
    }

    @Test
    void whatIsSettledLeavesTheList() {
        int before = onFx(() -> table("#repeat-disagreements").getItems().size());
        openFirst();
        push("#settle-mean");
        waitFor("a shorter list", () -> pane.lookup("#repeat-disagreements") != null && table("#repeat-disagreements").getItems().size() == before - 1);
        assertThat(onFx(() -> pane.lookup("#settle-undo").isVisible())).isTrue();
    }

    @Test
    void undoBringsADisagreementBack() {
        int before = onFx(() -> table("#repeat-disagreements").getItems().size());
        openFirst();
        push("#settle-second");
        waitFor("a shorter list", () -> pane.lookup("#repeat-disagreements") != null && table("#repeat-disagreements").getItems().size() == before - 1);
        push("#settle-undo");
        waitFor("the whole list", () -> table("#repeat-disagreements").getItems().size() == before);
        assertThat(onFx(() -> pane.lookup("#settle-undo").isVisible())).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theChosenShareIsKeptInTheFile() {
        onFx(() -> ((ComboBox<Double>) pane.lookup("#repeat-share")).setValue(0.1));
        waitFor("the share", () -> RepeatShare.of(dataset) == 0.1);
        assertThat(RepeatShare.of(dataset)).isEqualTo(0.1);
    }
}
