package whetstone.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.Threads;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.input.MouseStick;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.store.SqliteDataset;
import whetstone.labelling.study.PeopleStudy;
import whetstone.labelling.study.PeopleStudyCsv;
import whetstone.model.ActionSpec;

/** A person's session in a real window with a real file: one short clip in each way of labelling. */
class StudyWindowTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Threads threads;
    private StickPoller poller;
    private Workbench program;
    private StudyWindow study;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
        stage = HeadlessWindow.onFx(() -> {
            program = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            program.steerWith("Mouse");
            study = new StudyWindow(program, poller, SqliteDataset::create, folder.resolve("studies"), new PeopleStudy(1, 0.6), _ -> { });
            return HeadlessWindow.show(study.node(), 1120, 780, true);
        });
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(() -> {
            study.close();
            stage.hide();
        });
        poller.close();
        threads.close();
    }

    private Button next() {
        return (Button) study.node().lookup("#study-next");
    }

    private void consent(String code) {
        HeadlessWindow.onFx(() -> {
            ((TextField) study.node().lookup("#study-code")).setText(code);
            ((CheckBox) study.node().lookup("#study-agree")).setSelected(true);
        });
        HeadlessWindow.onFx(() -> next().fire());
    }

    @Test
    void withoutConsentNothingBegins() {
        HeadlessWindow.onFx(() -> ((TextField) study.node().lookup("#study-code")).setText("P1"));
        assertThat(HeadlessWindow.onFx(() -> next().isDisabled())).isTrue();
    }

    @Test
    void aCodeIsUsedOnce() throws IOException {
        Files.createDirectories(folder.resolve("studies"));
        Files.createFile(folder.resolve("studies/study-P1.whetstone"));
        consent("P1");
        HeadlessWindow.await("the sentence", MOST, () -> study.spoken().getLast().contains("used already"));
    }

    @Test
    void aSessionEndsWithLabelsOfBothWaysAndTheTruthBesideThem() throws IOException {
        steerByMouse();
        consent("P1");
        HeadlessWindow.await("the calibration", MOST, () -> study.spoken().getFirst().startsWith("1 of 4"));
        HeadlessWindow.onFx(() -> next().fire());
        HeadlessWindow.onFx(() -> next().fire());
        HeadlessWindow.await("the second way", MOST, () -> study.spoken().getFirst().startsWith("3 of 4"));
        HeadlessWindow.onFx(() -> next().fire());
        HeadlessWindow.await("the end", MOST, () -> study.node().lookup("#study-save") != null);
        List<PeopleStudy.Row> rows = study.session().orElseThrow().rows();
        assertThat(rows).extracting(PeopleStudy.Row::arm).contains(PeopleStudy.Arm.LIVE, PeopleStudy.Arm.SLOW);
        assertThat(rows).anyMatch(row -> row.right() != 0).allMatch(row -> Math.abs(row.given() - 0.5) < 0.05);
        Path csv = folder.resolve("P1.csv");
        PeopleStudyCsv.write(csv, "P1", 1, rows);
        assertThat(Files.readAllLines(csv)).hasSize(1 + rows.size());
    }

    private void steerByMouse() {
        MouseStick mouse = new MouseStick(Ticker.SYSTEM);
        poller.use(mouse, StickMapping.standard(mouse.description()), ActionSpec.STEER);
        mouse.move(0.5, 0);
    }

    @Test
    void theOrderOfTheWaysIsBalancedOverPersons() {
        assertThat(List.of(PeopleStudy.order(1).getFirst(), PeopleStudy.order(2).getFirst()))
                .containsExactly(PeopleStudy.Arm.LIVE, PeopleStudy.Arm.SLOW);
    }

    @Test
    void aSessionThatIsLeftKeepsItsFile() {
        consent("P1");
        HeadlessWindow.await("the calibration", MOST, () -> study.spoken().getFirst().startsWith("1 of 4"));
        HeadlessWindow.onFx(() -> {
            stage.hide();
        });
        assertThat(HeadlessWindow.onFx(() -> study.close()).orElseThrow()).contains("study-P1.whetstone");
        HeadlessWindow.await("the closed file", MOST, this::holdsBothRecordings);
    }

    private boolean holdsBothRecordings() {
        try (Dataset kept = SqliteDataset.open(folder.resolve("studies/study-P1.whetstone"))) {
            return kept.rollouts().size() == 2;
        } catch (DatasetException stillOpen) {
            return false;
        }
    }
}
