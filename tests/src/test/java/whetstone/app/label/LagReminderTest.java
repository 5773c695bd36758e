package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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
import whetstone.app.calibration.CalibrationsInForce;
import whetstone.labelling.Dataset;
import whetstone.labelling.calibration.Calibration;

class LagReminderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(0.25);
    private Dataset dataset;
    private Workbench workbench;
    private LagReminder reminder;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
        dataset.experts().save(new Calibration(0, "anna", "Wheel", 0.25, 0.243, 0.031, 1, 0, 0.9, NOW)).join();
        dataset.experts().save(new Calibration(0, "anna", "Wheel", 1, 0.323, 0.02, 1, 0, 0.9, NOW)).join();
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            reminder = new LagReminder(Words.of("label"), workbench, new CalibrationsInForce(workbench, InstantSource.fixed(NOW)),
                    speed.getReadOnlyProperty());
            workbench.open(dataset);
            workbench.nameExpert("anna");
            workbench.steerWith("Wheel");
        });
        HeadlessWindow.await("the calibrations", Duration.ofSeconds(10), () -> reminder.getText().contains("removed"));
    }

    @AfterEach
    void close() {
        threads.close();
        dataset.close();
    }

    private String text() {
        return onFx(reminder::getText);
    }

    @Test
    void lagThatIsRemovedIsSaid() {
        assertThat(text()).isEqualTo("lag 243 ms ±31 removed");
    }

    @Test
    void lagIsThatOfTheSpeedOfPlayback() {
        onFx(() -> speed.set(0.5));
        assertThat(text()).isEqualTo("lag 283 ms ±26 removed");
    }

    @Test
    void anotherStickIsRemindedOf() {
        onFx(() -> workbench.steerWith("Mouse"));
        assertThat(text()).isEqualTo("Labels are not shifted: the lag of anna with Mouse was not measured.\nCalibrate (1\u00a0min)");
    }

    @Test
    void anotherExpertIsRemindedOf() {
        onFx(() -> workbench.nameExpert("bert"));
        assertThat(text()).contains("the lag of bert with Wheel was not measured");
    }
}
