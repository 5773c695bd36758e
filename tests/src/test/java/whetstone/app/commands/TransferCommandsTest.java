package whetstone.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.MadePictures;
import whetstone.labelling.store.SqliteDataset;

/** Commands {@code import} and {@code export} on real files. */
class TransferCommandsTest {
    @TempDir Path folder;
    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private Path frames;
    private Path file;

    @BeforeEach
    void makeFrames() {
        frames = folder.resolve("frames");
        file = folder.resolve("drives.whetstone");
        for (int i = 0; i < 3; i++) {
            MadePictures.write(frames.resolve("frame-" + i + ".png"), 32, 16, new Color(40 * i, 80, 120));
        }
    }

    @Test
    void framesOfAFolderBecomeARollout() {
        assertThat(bring("frames", frames)).isZero();
        assertThat(printed.toString()).contains("3 frames");
        try (Dataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.rollouts()).singleElement().satisfies(rollout -> assertThat(rollout.length()).isEqualTo(3));
        }
    }

    @Test
    void framesPerSecondAreKept() {
        assertThat(execute(new ImportCommand(), "--format", "frames", "--in", frames.toString(), "--dataset", file.toString(),
                "--frames-per-second", "24")).isZero();
        try (Dataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.rollouts().getFirst().info().environment().ticksPerSecond()).isEqualTo(24);
        }
    }

    @Test
    void drivingLogThatIsNotThereIsSaid() {
        assertThat(bring("udacity", folder.resolve("nothing"))).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(complained.toString()).contains("nothing").contains("is not there");
    }

    @Test
    void anImportThatIsRefusedInItsMiddleLeavesNoDatasetThatItMade() throws IOException {
        Files.writeString(frames.resolve("frame-2.png"), "no picture");
        assertThat(bring("frames", frames)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(file).doesNotExist();
    }

    @Test
    void anImportThatIsRefusedLeavesTheDatasetThatWasThere() throws IOException {
        bring("frames", frames);
        Files.writeString(frames.resolve("frame-2.png"), "no picture");
        assertThat(bring("frames", frames)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        try (Dataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.rollouts()).filteredOn(rollout -> !rollout.deleted()).hasSize(1);
        }
    }

    @Test
    void whatWasImportedIsExportedWithItsPictures() throws IOException {
        bring("frames", frames);
        Path out = folder.resolve("out");
        assertThat(execute(new ExportCommand(), "--format", "csv", "--dataset", file.toString(), "--out", out.toString())).isZero();
        assertThat(Files.readAllLines(out.resolve("frames.csv"))).hasSize(1 + 3);
    }

    @Test
    void exportOfAFileThatIsNotThereIsSaidAndMakesNone() {
        assertThat(execute(new ExportCommand(), "--format", "csv", "--dataset", file.toString(), "--out", folder.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(complained.toString()).contains("is not there");
        assertThat(file).doesNotExist();
    }

    private int bring(String format, Path in) {
        return execute(new ImportCommand(), "--format", format, "--in", in.toString(), "--dataset", file.toString());
    }

    private int execute(Object command, String... arguments) {
        return new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true)).execute(arguments);
    }
}
