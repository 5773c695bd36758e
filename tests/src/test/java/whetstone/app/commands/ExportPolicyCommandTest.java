package whetstone.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.SkywayPolicies;

class ExportPolicyCommandTest {
    private static final PolicyVersion POLICY = SkywayPolicies.convolutional();

    @TempDir Path folder;
    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @BeforeEach
    void makeDataset() {
        try (Dataset dataset = SkywayDataset.empty(folder)) {
            SkywayDataset.byExpert(dataset, "alpha", 20, 1);
            dataset.save(POLICY).join();
        }
    }

    @Test
    void theLatestPolicyIsExported() {
        assertThat(export()).isZero();
        assertThat(printed.toString()).startsWith("Exported v1 to ").contains("takes pictures of 80 x 60 x 3").contains("1,000 frames, 20 of them recorded");
        assertThat(folder.resolve("policy.onnx")).isNotEmptyFile();
    }

    @Test
    void theCamerasSizeMayBeAnother() {
        assertThat(export("--camera-size", "96x64")).isZero();
        assertThat(printed.toString()).contains("takes pictures of 96 x 64 x 3");
    }

    @Test
    void aPolicyThatIsNotThereIsSaidWithThoseThatAre() {
        assertThat(export("--policy", "v9")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(complained.toString()).contains("is called 'v9'; there are v1.");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("policy.onnx"), "mine");
        assertThat(export()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(folder.resolve("policy.onnx")).hasContent("mine");
    }

    private int export(String... more) {
        CommandLine command = new CommandLine(new ExportPolicyCommand()).setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(complained, true));
        List<String> arguments = new ArrayList<>(List.of("--dataset", folder.resolve("test.whetstone").toString(),
                "--out", folder.resolve("policy.onnx").toString()));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }
}
