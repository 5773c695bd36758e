package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.environment.EnvironmentException;

class PaceTest {
    @TempDir
    private Path root;

    @Test
    void inRealTimeTheGamesClockIsLeftAlone() {
        assertThat(new Pace(1).variables(root)).isEmpty();
    }

    @Test
    void aFasterClockIsToldByLibfaketime() throws Exception {
        Path library = root.resolve("usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
        Files.createDirectories(library.getParent());
        Files.createFile(library);
        assertThat(new Pace(4).variables(root)).isEqualTo(Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "+0 x4.0"));
    }

    @Test
    void aMachineWithoutLibfaketimeIsToldWhatToInstall() throws Exception {
        Files.createDirectories(root.resolve("usr/lib"));
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> new Pace(4).variables(root))
                .withMessageContaining("apt install faketime");
    }

    @Test
    void aPaceThatNoMachineKeepsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(100)).withMessageContaining("between 1 (real time) and 8");
    }

    @Test
    void aTickIsLateByThePaceThatWasAskedFor() {
        PaceMeter meter = new PaceMeter(new Pace(4));
        meter.tick(0.2, 0.1);
        meter.tick(0.2, 0.05);
        assertThat(meter.sentence().orElseThrow()).startsWith("50.0 % of 2 ticks").contains("at 2.67 of real time, where 4.00 was asked for");
    }
}
