package whetstone.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DaggerCommandTest {
    @TempDir
    private static Path folder;

    private static int exitCode;
    private static String printed;
    private static JsonNode report;

    @BeforeAll
    static void runASmallExperiment() throws IOException {
        StringWriter out = new StringWriter();
        exitCode = command(out, new StringWriter()).execute("--environment", "skyway", "--policy", "ridge", "--expert", "pursuit",
                "--rounds", "3", "--steps-per-round", "500", "--seeds", "2", "--laps", "2", "--out", folder.toString());
        printed = out.toString();
        report = new ObjectMapper().readTree(folder.resolve("dagger.json").toFile());
    }

    @Test
    void anExperimentEndsWell() {
        assertThat(exitCode).isZero();
    }

    @Test
    void daggerFallsLessThanCloningWithTheSameLabels() {
        JsonNode last = report.get("rounds").get(2);
        assertThat(last.get("dagger").get("mean").asDouble()).isLessThan(last.get("cloning").get("mean").asDouble());
    }

    @Test
    void daggerAndCloningAreTheSameInTheFirstRound() {
        JsonNode first = report.get("rounds").get(0);
        assertThat(first.get("dagger")).isEqualTo(first.get("cloning"));
    }

    @Test
    void theExpertNeverFalls() {
        assertThat(report.get("rounds").findValues("expert")).allMatch(expert -> expert.get("falls").asInt() == 0);
    }

    @Test
    void theReportNamesWhatWasRun() {
        assertThat(report.get("environment").asText()).isEqualTo("skyway");
        assertThat(report.get("policy").asText()).isEqualTo("ridge");
    }

    @Test
    void everyRoundHasItsLabelsAndMeasuredValues() {
        for (int round = 1; round <= 3; round++) {
            JsonNode row = report.get("rounds").get(round - 1);
            assertThat(row.get("round").asInt()).isEqualTo(round);
            assertThat(row.get("labels").asInt()).isEqualTo(500 * round);
            for (String arm : new String[] {"dagger", "cloning", "expert"}) {
                assertThat(row.get(arm).fieldNames()).toIterable().contains("fallsPerLap", "low", "high", "laps");
                assertThat(row.get(arm).get("laps").asInt()).isEqualTo(2 * 2 * 4);
            }
        }
    }

    @Test
    void theTableHasARowForEachRound() {
        assertThat(printed.lines().filter(line -> line.matches(" +[123] +\\d+ .*"))).hasSize(3);
    }

    @Test
    void thePictureShowsLearnerAndExpertInTheirColours() throws IOException {
        BufferedImage picture = ImageIO.read(folder.resolve("dagger.png").toFile());
        assertThat(count(picture, 0xf5a524)).isGreaterThan(200);
        assertThat(count(picture, 0x22d3ee)).isGreaterThan(50);
    }

    @Test
    void nothingUnfinishedIsLeft() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("dagger.json", "dagger.png");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--rounds     | 0         | --rounds is 0",
        "--seeds      | -3        | --seeds is -3",
        "--steps-per-round | 1000000 | MB of memory",
        "--beta       | sometimes | 'sometimes' is no schedule",
        "--difficulty | brutal    | no difficulty is called 'brutal'",
        "--policy     | tree      | expected one of",
        "--laps       | many      | 'many' is not an int"
    })
    void aBadOptionGivesASentenceAndWritesNothing(String option, String value, String said, @TempDir Path empty) {
        StringWriter errors = new StringWriter();
        Path out = empty.resolve("results");
        assertThat(command(new StringWriter(), errors).execute(option, value, "--out", out.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains(said);
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeGivesASentenceBeforeAnythingIsRun(@TempDir Path empty) throws IOException {
        Path file = Files.createFile(empty.resolve("taken"));
        StringWriter errors = new StringWriter();
        assertThat(command(new StringWriter(), errors).execute("--out", file.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("can't be written").contains("--out");
    }

    private static CommandLine command(StringWriter out, StringWriter errors) {
        return new CommandLine(new DaggerCommand()).setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true));
    }

    private static int count(BufferedImage picture, int colour) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
