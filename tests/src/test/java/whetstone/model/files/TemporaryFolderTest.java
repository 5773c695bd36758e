package whetstone.model.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    private Path folder;

    @Test
    void itIsGoneWithAllThatIsInItWhenItIsClosed() throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.create(folder, "whetstone-test")) {
            Files.writeString(Files.createDirectories(temporary.path().resolve("a/b")).resolve("c.txt"), "c");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatALinkInItLeadsToStays() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(folder.resolve("tracks")).resolve("track.xml"), "<track/>");
        try (TemporaryFolder temporary = TemporaryFolder.create(folder, "whetstone-test")) {
            Files.createSymbolicLink(temporary.path().resolve("tracks"), kept.getParent());
        }
        assertThat(kept).exists();
    }

    @Test
    void closedTwiceItIsAsGoneAsOnce() throws IOException {
        TemporaryFolder temporary = TemporaryFolder.create(folder, "whetstone-test");
        temporary.close();
        temporary.close();
        assertThat(temporary.path()).doesNotExist();
    }
}
