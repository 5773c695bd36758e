package whetstone.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StudyCommandTest {
    @TempDir
    private static Path folder;

    private static int exitCode;
    private static String printed;
    private static JsonNode report;

    @BeforeAll
    static void runATinyStudy() throws IOException {
        StringWriter out = new StringWriter();
        exitCode = small(out, folder, "2");
        printed = out.toString();
        report = read(folder);
    }

    @Test
    void aStudyEndsWell() {
        assertThat(exitCode).isZero();
    }

    @Test
    void itIsCalledSimulatedInTheTableAndInTheFile() {
        assertThat(printed).startsWith("SIMULATED");
        assertThat(report.get("nature").asText()).startsWith("SIMULATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lag/median", "/lag/percentile95", "/labels/reduction", "/labels/conditions/3/raw",
        "/labels/conditions/3/repaired", "/labels/conditions/3/labelsPerMinute", "/driving/arms/0/autonomy", "/driving/arms/3/fallsPerLap",
        "/driving/repairedShare", "/driving/rawShare", "/queue/before", "/queue/ranked", "/queue/random", "/queue/difference"})
    void everyNumberAskedForIsThereWithItsInterval(String place) {
        JsonNode estimate = report.at(place);
        assertThat(estimate.get("value").asDouble()).isFinite();
        assertThat(estimate.get("low").asDouble()).isLessThanOrEqualTo(estimate.get("high").asDouble());
    }

    @Test
    void everyParameterOfTheHumanNamesItsSource() {
        assertThat(report.get("parameters")).hasSize(6).allMatch(parameter -> !parameter.get("source").asText().isBlank());
    }

    @Test
    void repairedLabelsAreNearerToTheTruthThanRawOnes() {
        assertThat(report.get("labels").get("conditions")).hasSize(4).allMatch(condition ->
                condition.get("repaired").get("value").asDouble() < condition.get("raw").get("value").asDouble());
    }

    @Test
    void everyArmIsTrainedOnAsManyLabels() {
        assertThat(report.get("driving").get("arms")).hasSize(4).allMatch(arm -> arm.get("labelCount").asInt() == 120);
    }

    @Test
    void slowMotionCostsLabelsPerMinute() {
        assertThat(report.at("/labels/conditions/3/labelsPerMinute/value").asDouble())
                .isLessThan(report.at("/labels/conditions/0/labelsPerMinute/value").asDouble());
    }

    @Test
    void thePictureIsThere() throws IOException {
        assertThat(ImageIO.read(folder.resolve("study.png").toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void theSameSeedGivesTheSameStudy(@TempDir Path again) throws IOException {
        small(new StringWriter(), again, "1");
        assertThat(timeless(read(again))).isEqualTo(timeless(report));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--experts    | 1      | --experts is 1; it must be between 2",
        "--rounds     | 0      | --rounds is 0",
        "--queue-minutes | -1  | --queue-minutes is -1",
        "--ticks-per-second | 500 | --ticks-per-second is 500",
        "--difficulty | brutal | no difficulty is called 'brutal'",
        "--laps       | many   | 'many' is not an int"
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

    private static int small(StringWriter out, Path folder, String threads) {
        return command(out, new StringWriter()).execute("--experts", "2", "--seed", "1001", "--rounds", "2", "--steps-per-round", "60",
                "--laps", "1", "--calibrations", "1", "--queue-minutes", "1", "--threads", threads, "--out", folder.toString());
    }

    private static JsonNode read(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("study.json").toFile());
    }

    private static JsonNode timeless(JsonNode study) {
        return ((ObjectNode) study.deepCopy()).without("seconds");
    }

    private static CommandLine command(StringWriter out, StringWriter errors) {
        return new CommandLine(new StudyCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true));
    }
}
