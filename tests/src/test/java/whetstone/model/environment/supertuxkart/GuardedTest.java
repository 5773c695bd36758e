package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.environment.EnvironmentException;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class GuardedTest {
    @TempDir
    private Path folder;

    @Test
    void itEndsWhenItIsClosed() {
        Guarded sleeping = start("sleep 60");
        sleeping.close();
        assertThat(sleeping.alive()).isFalse();
    }

    @Test
    void itEndsAlsoWhileItIsHalted() {
        Guarded sleeping = start("sleep 60");
        sleeping.halt();
        sleeping.close();
        assertThat(sleeping.alive()).isFalse();
    }

    @Test
    void haltedItSaysNothingUntilItProceeds() throws IOException {
        try (Guarded talking = start("echo $$; kill -STOP $$; echo done")) {
            Path state = Path.of("/proc", talking.lines().next().orElseThrow(), "stat");
            while (!Files.readString(state).contains(") T ")) {
                Thread.onSpinWait();
            }
            talking.proceed();
            assertThat(talking.lines().next()).contains("done");
        }
    }

    @Test
    void itsFolderGoesWithIt() throws IOException {
        Path removed = Files.createDirectory(folder.resolve("removed"));
        Guarded.startIn(removed, List.of("sleep", "60"), Map.of()).close();
        assertThat(removed).doesNotExist();
    }

    @Test
    void anEndlessLineIsCut() throws IOException {
        try (Guarded talking = start("head -c 1000000 /dev/zero; echo; echo next")) {
            assertThat(talking.lines().next().orElseThrow()).hasSize(Telemetry.LONGEST_LINE);
            assertThat(talking.lines().next()).contains("next");
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() ->
                Guarded.start(List.of("sleep", "60"), Map.of(), folder.resolve("missing"))).withMessageContaining("'sleep' can't be started");
    }

    private Guarded start(String script) {
        return Guarded.start(List.of("sh", "-c", script), Map.of(), folder);
    }
}
