package whetstone.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.Ablations;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.Retraining;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.TrainingSettings;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.TrainingLog;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainers;
import whetstone.model.policy.PolicyVersion;

/** The Train screen in a real window, training on a real file. */
class TrainScreenTest {
    private static final Duration MOST = Duration.ofSeconds(40);

    @TempDir Path folder;
    private Threads threads;
    private Dataset dataset;
    private TrainScreen screen;
    private Workbench workbench;
    private Stage stage;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        stage = HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads,
                    new BackgroundTraining(threads.train(), threads.fx(), List.of(new RidgeTrainer(InstantSource.system()))));
            Trainers trainers = new Trainers(List.of(new RidgeTrainer(InstantSource.system())));
            screen = new TrainScreen(workbench, new Retraining(workbench,
                    (_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT)),
                    new Ablations(workbench, trainers, (_, _, _, _) -> Round.Measured.NOT, InstantSource.system()), trainers::judge);
            workbench.open(dataset);
            screen.shown();
            return HeadlessWindow.show(screen.node(), 1280, 620, true);
        });
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
    void theStartButtonTrainsAVersionThatDrives() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("a version in the list", MOST, () -> !policies().isEmpty());
        assertThat(policies().getFirst().drives()).isTrue();
    }

    @Test
    void aRidgeRunShowsItsLossesAsNumbers() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("the losses", MOST, () -> texts().stream().anyMatch(text -> text.startsWith("Training loss 0.")));
    }

    @Test
    void aRunThatHeldNothingOutSaysWhy() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("the reason", MOST, () -> screen.model().stateProperty().get().contains("so few rollouts"));
    }

    @Test
    void trainingWithoutLabelsSaysWhatToDo() {
        start();
        HeadlessWindow.await("the sentence", MOST, () -> screen.model().stateProperty().get().contains("no rollouts yet"));
        assertThat(dataset.policies()).isEmpty();
    }

    @Test
    void rollingBackLetsTheParentDrive() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("the first version", MOST, () -> policies().size() == 1);
        start();
        HeadlessWindow.await("the second version", MOST, () -> policies().size() == 2);
        HeadlessWindow.onFx(() -> screen.model().rollBack());
        HeadlessWindow.await("the first drives", MOST, () -> policies().getLast().drives());
        assertThat(dataset.driver().map(PolicyVersion::name)).contains("v1");
    }

    @Test
    void aRunIsListedWithHowItEnded() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("the run", MOST, () -> screen.model().runsProperty().get().stream()
                .anyMatch(run -> run.outcome() instanceof TrainingLog.Outcome.Finished));
        TableView<?> table = HeadlessWindow.onFx(() -> (TableView<?>) screen.node().lookup(".run-table"));
        assertThat(HeadlessWindow.onFx(() -> table.getColumns().stream().skip(1).map(column -> column.getCellData(0)).toList()))
                .isEqualTo(List.of("v1", "100", "1 of 1", "gave v1"));
    }

    @Test
    void aRunThatWasCutOffWithItsProgramIsSaid() {
        dataset.trainings().begin(new TrainingLog.Plan("v9", 1, OptionalLong.empty(), 80, 30, "{}", 1, Instant.EPOCH)).join();
        dataset.close();
        HeadlessWindow.onFx(() -> {
            dataset = SqliteDataset.open(folder.resolve("test.whetstone"));
            workbench.open(dataset);
        });
        HeadlessWindow.await("the sentence", MOST,
                () -> screen.model().stateProperty().get().startsWith("The training run of v9 was interrupted"));
    }

    @Test
    void aSettingIsKeptInTheFile() {
        HeadlessWindow.onFx(() -> screen.model().change(TrainingSettings.DEFAULT.withAfterSitting(true)));
        HeadlessWindow.await("the setting", MOST, () -> dataset.setting("training").isPresent());
        assertThat(TrainingSettings.of(dataset).afterSitting()).isTrue();
    }

    @Test
    void aTextThatIsNoNumberIsExplained() {
        HeadlessWindow.onFx(() -> {
            TextField seed = fields().get(5);
            seed.setText("seven");
            seed.getOnAction().handle(null);
        });
        assertThat(HeadlessWindow.onFx(() -> ((Label) screen.node().lookup(".settings-complaint")).getText())).contains("'seven'").contains("Seed");
    }

    @Test
    void aPolicyKnowsTheVersionItCameFrom() {
        SkywayDataset.byExpert(dataset, "alpha", 100, 1);
        start();
        HeadlessWindow.await("the first version", MOST, () -> policies().size() == 1);
        start();
        HeadlessWindow.await("the second version", MOST, () -> policies().size() == 2);
        assertThat(dataset.policies().getLast().parent()).isEqualTo(OptionalLong.of(dataset.policies().getFirst().id()));
    }

    private void start() {
        HeadlessWindow.await("no run going on", MOST, () -> !screen.model().runningProperty().get());
        HeadlessWindow.onFx(() -> ((Button) screen.node().lookup(".train-start")).fire());
    }

    private List<PolicyRow> policies() {
        return screen.model().policiesProperty().get();
    }

    private List<String> texts() {
        return screen.node().lookupAll(".chart-card .label").stream().map(label -> ((Label) label).getText()).toList();
    }

    private List<TextField> fields() {
        return screen.node().lookupAll(".text-field").stream().map(TextField.class::cast).toList();
    }
}
