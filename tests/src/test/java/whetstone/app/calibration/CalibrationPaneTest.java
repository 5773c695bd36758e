package whetstone.app.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.study.HumanParameters;
import whetstone.model.ActionSpec;

/** The whole calibration in a window: a simulated human follows the mark through the polled stick, on a clock of its own. */
class CalibrationPaneTest {
    private static final long SEED = 7;
    private static final HumanParameters LATE = new HumanParameters(0.28, 0.03, 1.2, 1.6, 0.05);

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final PursuitPlan plan = new PursuitPlan(SEED, List.of(1.0, 0.25));
    private final SimpleObjectProperty<Boolean> steers = new SimpleObjectProperty<>(true);
    private PacedHuman human;
    private StickPoller poller;
    private Dataset dataset;
    private Workbench workbench;
    private CalibrationModel model;
    private Stage stage;

    private void open(DoubleUnaryOperator wanted) {
        human = new PacedHuman(LATE, wanted);
        poller = new StickPoller(threads.drive(), human);
        poller.use(human, StickMapping.standard(human.description()), ActionSpec.STEER_AND_THROTTLE);
        dataset = SkywayDataset.empty(folder);
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.steerWith("Paced wheel");
            workbench.open(dataset);
            workbench.nameExpert("anna");
            Words words = Words.of("calibration");
            model = new CalibrationModel(workbench, words, poller, human, () -> Instant.parse("2026-11-23T09:00:00Z"), () -> SEED, steers);
            CalibrationPane pane = new CalibrationPane(words, new CalibrationWording(words), workbench, model, () -> { }, _ -> { });
            pane.getStylesheets().addAll("/whetstone/css/calibration.css", "/whetstone/css/controller.css");
            stage = HeadlessWindow.show(pane, 960, 590, true);
        });
    }

    @AfterEach
    void close() {
        onFx(stage::close);
        poller.close();
        threads.close();
        dataset.close();
    }

    private void follow() {
        press("calibration-start");
        human.go();
        waitFor("the result", () -> {
            model.pulse(human.nanos());
            return model.standingProperty().get() instanceof Standing.Done;
        });
    }

    private void press(String id) {
        onFx(() -> ((Button) stage.getScene().lookup("#" + id)).fire());
    }

    private String text(String id) {
        return onFx(() -> ((Labeled) stage.getScene().lookup("#" + id)).getText());
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(40), holds);
    }

    private List<Calibration> saved() {
        waitFor("the dataset to hold both speeds", () -> dataset.experts().calibrations().size() == 2);
        return dataset.experts().calibrations();
    }

    @Test
    void minuteOfFollowingSavesTheLagOfBothSpeeds() {
        open(plan::markAt);
        follow();
        assertThat(saved()).allSatisfy(calibration ->
                assertThat(calibration.lagSeconds()).isCloseTo(LATE.delaySeconds(), within(0.033)));
    }

    @Test
    void resultIsSavedForTheExpertAndTheDevice() {
        open(plan::markAt);
        follow();
        assertThat(saved()).allMatch(calibration -> calibration.expert().equals("anna") && calibration.device().equals("Paced wheel"));
    }

    @Test
    void resultNamesTheLagInMilliseconds() {
        open(plan::markAt);
        follow();
        assertThat(text("result-lag-100")).matches("lag (39|4[0-5])\\d ms ±\\d+");
    }

    @Test
    void handThatFollowsSomethingElseIsToldWhatToDo() {
        open(time -> 0.6 * Math.sin(9 * time));
        follow();
        assertThat(onFx(() -> ((ResultPane) stage.getScene().lookup("#result")).lookup(".danger")))
                .isInstanceOfSatisfying(Labeled.class, said -> assertThat(said.getText()).endsWith("try again."));
    }

    @Test
    void handThatFollowsSomethingElseSavesNothing() {
        open(time -> 0.6 * Math.sin(9 * time));
        follow();
        assertThat(dataset.experts().calibrations()).isEmpty();
    }

    @Test
    void cancelledCalibrationCanBeginAgain() {
        open(plan::markAt);
        press("calibration-start");
        onFx(() -> model.pulse(human.nanos()));
        press("calibration-cancel");
        assertThat(onFx(() -> model.standingProperty().get())).isEqualTo(new Standing.Ready());
    }

    @Test
    void resultOfAnotherDeviceIsNotShown() {
        open(plan::markAt);
        follow();
        onFx(() -> workbench.steerWith("Mouse"));
        assertThat(onFx(() -> model.standingProperty().get())).isEqualTo(new Standing.Ready());
    }

    @Test
    void anotherDeviceCancelsTheCalibration() {
        open(plan::markAt);
        press("calibration-start");
        onFx(() -> workbench.steerWith("Mouse"));
        assertThat(onFx(() -> workbench.noticeProperty().get())).contains("cancelled");
    }

    @Test
    void withoutASpeedItSaysWhatToChoose() {
        open(plan::markAt);
        onFx(() -> List.of("calibrate-100", "calibrate-25").forEach(id -> ((CheckBox) stage.getScene().lookup("#" + id)).setSelected(false)));
        assertThat(text("calibration-obstacle")).isEqualTo("Choose at least one speed.");
    }

    @Test
    void deviceThatWasRefusedForItsFewLevelsCannotBeCalibrated() {
        open(plan::markAt);
        onFx(() -> steers.set(false));
        assertThat(onFx(() -> stage.getScene().lookup("#calibration-start").isDisabled())).isTrue();
    }

    @Test
    void withoutADatasetItSaysWhatToOpen() {
        open(plan::markAt);
        String said = onFx(() -> {
            Workbench empty = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            return new CalibrationModel(empty, Words.of("calibration"), poller, human, Instant::now, () -> SEED, steers).obstacleProperty().get();
        });
        assertThat(said).startsWith("Open or create a dataset");
    }
}
