package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void aMistypedCommandIsNoNewDataset() {
        StringWriter said = new StringWriter();
        Path mistyped = folder.resolve("exprot");
        int code = Main.commandLine().setErr(new PrintWriter(said)).execute(mistyped.toString());
        assertThat(said.toString()).contains("is neither a command nor a dataset that is there");
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(Files.exists(mistyped)).isFalse();
    }

    @Test
    void whatADiskRefusesIsASentenceWithoutATrace() throws IOException {
        StringWriter said = new StringWriter();
        Path taken = Files.createFile(folder.resolve("taken"));
        int code = Main.commandLine().setErr(new PrintWriter(said)).execute("screenshots", "--out", taken.toString());
        assertThat(said.toString()).contains(taken.toString()).hasLineCount(1);
        assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    }
}
