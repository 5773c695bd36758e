package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.store.SqliteDataset;

/** The program as it is wired for the user, in a headless window. */
class WindowTest {
    @TempDir
    private Path folder;

    private void inTheProgram(Optional<Path> dataset, Consumer<Wiring> test) {
        Wiring wiring = onFx(() -> new Wiring(folder.resolve("user")));
        try {
            onFx(() -> wiring.begin(dataset));
            test.accept(wiring);
        } finally {
            onFx(wiring::close);
        }
    }

    @Test
    void aFileThatIsNoDatasetIsSaidInTheWindow() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.whetstone"), "no database at all, only words ".repeat(100));
        inTheProgram(Optional.of(text), wiring -> {
            HeadlessWindow.await("the sentence", Duration.ofSeconds(20), () ->
                    wiring.workbench().noticeProperty().get().contains("notes.whetstone")
                            && !wiring.workbench().noticeProperty().get().startsWith("Opening"));
            assertThat(onFx(() -> wiring.workbench().dataset())).isEmpty();
        });
    }

    @Test
    void theFirstStartMakesAnExampleWithALearnerThatDrives() {
        inTheProgram(Optional.empty(), wiring -> {
            HeadlessWindow.await("the example", Duration.ofSeconds(60), () -> wiring.workbench().driverProperty().get().isPresent());
            assertThat(wiring.workbench().dataset().orElseThrow().rollouts()).hasSize(3).anyMatch(rollout -> rollout.falls() > 0);
        });
    }

    @Test
    void everyPlaceOfTheLoopIsThere() {
        inTheProgram(Optional.of(folder.resolve("new.whetstone")), wiring ->
                assertThat(wiring.window().places()).containsExactly(Place.values()));
    }

    @Test
    void reminderOfTheLabelScreenLeadsToTheCalibration() {
        inTheProgram(Optional.of(folder.resolve("new.whetstone")), wiring -> {
            onFx(() -> ((Button) wiring.window().root().lookup("#lag-reminder")).fire());
            assertThat(onFx(() -> wiring.window().root().lookup("#pursuit"))).isNotNull();
        });
    }

    @Test
    void aWindowClosedWhileItOpensAFileLetsGoOfItAndForgetsIt() {
        Path file = folder.resolve("new.whetstone");
        onFx(() -> {
            Wiring wiring = new Wiring(folder.resolve("user"));
            wiring.begin(Optional.of(file));
            wiring.close();
        });
        onFx(() -> { });
        SqliteDataset.openOrCreate(file).close();
        assertThat(new Settings(folder.resolve("user")).get("dataset")).isEmpty();
    }

    @Test
    void aWindowClosedWhileTheExampleIsMadeLeavesNoHalfOfIt() throws IOException {
        inTheProgram(Optional.empty(), _ -> HeadlessWindow.await("the example to begin", Duration.ofSeconds(20), () ->
                Files.exists(folder.resolve("user/example.whetstone.unfinished"))));
        try (Stream<Path> left = Files.list(folder.resolve("user"))) {
            assertThat(left.filter(path -> path.toString().contains("example"))).isEmpty();
        }
    }

    @Test
    void linuxWithoutADisplayHasNoWindow() {
        assertThat(Display.isPresent("Linux", Map.of(), "")).isFalse();
    }

    @Test
    void waylandIsADisplay() {
        assertThat(Display.isPresent("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), "")).isTrue();
    }

    @Test
    void settingsSurviveTheProgram() {
        new Settings(folder).set("theme", "light");
        assertThat(new Settings(folder).get("theme")).contains("light");
    }
}
