package whetstone.app.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.evaluation.LapTally;
import whetstone.model.environment.supertuxkart.SuperTuxKartKind;
import whetstone.model.learning.BetaSchedule;
import whetstone.model.learning.TrainingException;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** The whole loop without a window: DAgger against behaviour cloning at the same number of labels, over several seeds. */
@Command(name = "dagger", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
        description = {"Runs DAgger and its control, behaviour cloning at the same number of labels, with a program expert;",
            "prints falls per lap, or return per episode where there are rewards, by round and writes dagger.json and dagger.png."})
public final class DaggerCommand implements Callable<Integer> {
    /** The experts there are. */
    enum ExpertName { PURSUIT }

    @Option(names = "--environment", defaultValue = "skyway", description = "Where to drive: skyway, gymnasium:ID or supertuxkart, for example gymnasium:CarRacing-v3 (docs/gymnasium-bridge.md).")
    private String environment;

    @Option(names = "--policy", defaultValue = "ridge", description = "What learns: ridge or cnn.")
    private PolicyKind policy;

    @Option(names = "--expert", defaultValue = "pursuit", description = "Who labels: pursuit.")
    private ExpertName expert;

    @Option(names = "--difficulty", description = "Of Skyway: easy, medium, or frozen: the one to report results at, taken where nothing is said.")
    private Optional<String> difficulty = Optional.empty();

    @Option(names = "--beta", defaultValue = "indicator",
            description = "How often the expert drives: indicator, exponential:0.5 or linear:5.")
    private String beta;

    @Option(names = "--rounds", defaultValue = "10", description = "Rounds of driving, labelling and training.")
    private int rounds;

    @Option(names = "--steps-per-round", defaultValue = "1000", description = "Labels gathered in a round.")
    private int stepsPerRound;

    @Option(names = "--seeds", defaultValue = "10", description = "Independent repetitions.")
    private int seeds;

    @Option(names = "--seed", defaultValue = "1", description = "The first repetition's seed; the others count up.")
    private long seed;

    @Option(names = "--laps", defaultValue = "5", description = "Laps of each policy on each track, in each repetition.")
    private int laps;

    @Option(names = "--threads", defaultValue = "0", description = "Repetitions at the same time; 0 is as many as there are cores.")
    private int threads;

    @Mixin
    private final GymnasiumOptions gymnasium = new GymnasiumOptions();

    @Option(names = "--game-pace", defaultValue = "1", description = "The speed of SuperTuxKart's clock in multiples of real time, 1 to 8; above 1 it "
            + "needs libfaketime (on Debian: apt install faketime).%nDefault: ${DEFAULT-VALUE}")
    private double gamePace;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for dagger.json and dagger.png.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DaggerPlan plan = plan();
        try {
            OutputFolder folder = OutputFolder.open(out);
            write(folder, new DaggerExperiment(plan).run(this::tell));
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            spec.commandLine().getErr().println("The results can't be written to " + out + ": " + failure.getMessage()
                    + ". Choose another folder with --out.");
            return CommandLine.ExitCode.SOFTWARE;
        } catch (TrainingException | CancellationException | EnvironmentException | IllegalArgumentException failure) {
            spec.commandLine().getErr().println("The experiment stopped: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private DaggerPlan plan() {
        try {
            int cores = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
            return new DaggerPlan(worlds().find(environment + difficulty.map(name -> ":" + name).orElse("")), policy, BetaSchedule.parse(beta), rounds, stepsPerRound, seeds, seed, laps,
                    cores);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Worlds worlds() {
        return new Worlds(List.of(new SkywayKind(), gymnasium.kind(), new SuperTuxKartKind(System.getenv(), gamePace)));
    }

    private void tell(DaggerRepetition.RoundDone done) {
        LapTally dagger = done.dagger().returned().unseen();
        LapTally cloning = done.cloning().returned().unseen();
        String returns = dagger.returns().isEmpty() ? "" : String.format(Locale.ROOT, "DAgger %.1f, cloning %.1f return per episode; ",
                dagger.meanReturn(), cloning.meanReturn());
        spec.commandLine().getErr().println(String.format(Locale.ROOT,
                "seed %d, round %2d: %d labels, unseen tracks: %sDAgger %.2f, cloning %.2f falls per lap; %.1f s",
                done.seed(), done.round(), done.dagger().labels(), returns, dagger.fallsPerLap(), cloning.fallsPerLap(),
                done.dagger().seconds() + done.cloning().seconds()));
    }

    private void write(OutputFolder folder, DaggerReport report) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(DaggerTable.of(report));
        terminal.println(folder.write("dagger.json",
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(report)));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(DaggerChart.of(report), "png", picture);
        terminal.println(folder.write("dagger.png", picture.toByteArray()));
        terminal.flush();
    }
}
