package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.world.Wish;
import whetstone.model.world.World;

class InstallationTest {
    @TempDir
    private Path folder;

    @Test
    void aMachineWithoutTheGameIsToldWhatToInstall() {
        assumeFalse(Files.exists(Path.of("/usr/games/supertuxkart")), "SuperTuxKart is installed on this machine: nothing is missing here");
        World world = new SuperTuxKartKind(Map.of("PATH", folder.toString())).world("charlie");
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> world.open("charlie", new Wish(25, 19, OptionalDouble.empty())))
                .withMessageContaining("apt install supertuxkart xvfb");
    }

    @Test
    void aPlaceThatClimbsOutOfTheGamesFolderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SuperTuxKartKind(Map.of()).world("../../etc"))
                .withMessageContaining("names no track");
    }

    @Test
    void anotherDisplaysCookieIsNotTaken() throws Exception {
        assertThat(DisplayCookie.of(authority(), 1)).isEmpty();
    }

    @Test
    void aDisplaysCookieIsFoundByItsNumber() throws Exception {
        assertThat(DisplayCookie.of(authority(), 0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aCutAuthorityFileHoldsNoCookie() throws Exception {
        Path file = authority();
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 9));
        assertThat(DisplayCookie.of(file, 0)).isEmpty();
    }

    private Path authority() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        java.io.DataOutputStream out = new java.io.DataOutputStream(bytes);
        out.writeShort(256);
        for (byte[] field : new byte[][] {"host".getBytes(StandardCharsets.US_ASCII), {'0'},
            DisplayCookie.METHOD.getBytes(StandardCharsets.US_ASCII), {1, 2, 3, 4}}) {
            out.writeShort(field.length);
            out.write(field);
        }
        return Files.write(folder.resolve("authority"), bytes.toByteArray());
    }
}
