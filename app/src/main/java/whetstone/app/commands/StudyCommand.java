package whetstone.app.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whetstone.labelling.DatasetException;
import whetstone.labelling.study.Study;
import whetstone.labelling.study.StudyPlan;
import whetstone.labelling.study.StudyReport;
import whetstone.model.environment.Difficulty;
import whetstone.model.learning.TrainingException;

/** The study of label quality with simulated humans behind the program's own stick. */
@Command(name = "study", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
        description = {"Lets simulated humans calibrate and label through the program's own stick, recorder and dataset file: how far the",
            "measured lag and the labels are off, how policies trained on the labels drive, what slow motion costs and the",
            "queue buys. Prints tables and writes study.json and study.png. No human takes part."})
public final class StudyCommand implements Callable<Integer> {
    @Option(names = "--experts", defaultValue = "10", description = "Simulated humans, at least 2.")
    private int experts;

    @Option(names = "--seed", defaultValue = "1", description = "What everything random is drawn from.")
    private long seed;

    @Option(names = "--difficulty", defaultValue = "frozen", description = "Of Skyway: easy, medium, or frozen: the one to report results at.")
    private String difficulty;

    @Option(names = "--ticks-per-second", defaultValue = "5", description = "Decisions of the learner, and frames to label, in a second.")
    private double ticksPerSecond;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds of driving, labelling and training.")
    private int rounds;

    @Option(names = "--steps-per-round", defaultValue = "1000", description = "Labels given in a round.")
    private int stepsPerRound;

    @Option(names = "--laps", defaultValue = "5", description = "Laps of each policy on each unseen track.")
    private int laps;

    @Option(names = "--calibrations", defaultValue = "10", description = "Calibrations of each human, for the error of the lag.")
    private int calibrations;

    @Option(names = "--queue-minutes", defaultValue = "2", description = "Minutes of labelling, by ranked and by random clips.")
    private double queueMinutes;

    @Option(names = "--threads", defaultValue = "0", description = "Experts at the same time; 0 is as many as there are cores.")
    private int threads;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for study.json and study.png.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StudyPlan plan = plan();
        try {
            OutputFolder folder = OutputFolder.open(out);
            StudyReport report = study(plan);
            write(folder, report);
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            spec.commandLine().getErr().println("The results can't be written to " + out + ": " + failure.getMessage()
                    + ". Choose another folder with --out.");
            return CommandLine.ExitCode.SOFTWARE;
        } catch (TrainingException | DatasetException | CancellationException failure) {
            spec.commandLine().getErr().println("The study stopped: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private StudyReport study(StudyPlan plan) {
        try {
            return new Study(plan).run(sentence -> spec.commandLine().getErr().println(sentence));
        } catch (IOException failure) {
            throw new DatasetException("the folder for temporary files can't be used: " + failure.getMessage()
                    + ". Make room, or name another one with -Djava.io.tmpdir in JAVA_TOOL_OPTIONS.", failure);
        }
    }

    private StudyPlan plan() {
        try {
            int cores = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
            return new StudyPlan(experts, seed, Difficulty.named(difficulty), ticksPerSecond, rounds, stepsPerRound, laps, calibrations,
                    queueMinutes, cores);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private void write(OutputFolder folder, StudyReport report) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(StudyTable.of(report));
        terminal.println(folder.write("study.json",
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(report)));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(StudyChart.of(report), "png", picture);
        terminal.println(folder.write("study.png", picture.toByteArray()));
        terminal.flush();
    }
}
