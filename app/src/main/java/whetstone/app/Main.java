package whetstone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whetstone.app.commands.DaggerCommand;
import whetstone.app.commands.ExportCommand;
import whetstone.app.commands.ExportPolicyCommand;
import whetstone.app.commands.ImportCommand;
import whetstone.app.commands.StudyCommand;
import whetstone.labelling.DatasetException;

/** Starts Whetstone: the window, or one of the commands. */
@Command(name = "whetstone", mixinStandardHelpOptions = true, version = "Whetstone 0.1.0", sortOptions = false,
        description = "Watch a learner drive, steer its recording right in slow motion, train it again.")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET",
            description = "Dataset file to open; the one of last time, or the example, where none is given.")
    private Optional<Path> dataset = Optional.empty();

    @Option(names = "--folder", paramLabel = "DIR", description = "Where settings and the example dataset live.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--time-startup", description = "Print the time to a usable window and exit.")
    private boolean timeStartup;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).addSubcommand(new DaggerCommand()).addSubcommand(new StudyCommand()).addSubcommand(new ImportCommand())
                .addSubcommand(new ExportCommand()).addSubcommand(new ExportPolicyCommand()).addSubcommand(new ScreenshotsCommand()).addSubcommand(new LatencyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, _) -> {
                    wrong.getCommandLine().getErr().println(wrong.getMessage() + " (see --help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, _) -> {
                    // What a disk or a file did is said; anything else is a defect, and its trace helps to find it.
                    switch (failure) {
                        case IOException disk -> command.getErr().println(disk.getMessage());
                        case UncheckedIOException disk -> command.getErr().println(disk.getMessage());
                        case DatasetException file -> command.getErr().println(file.getMessage());
                        default -> throw failure;
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public Integer call() {
        Optional<String> refused = dataset.flatMap(Main::refused);
        if (refused.isPresent()) {
            throw new ParameterException(spec.commandLine(), refused.get());
        }
        Path home = folder.orElseGet(() ->
                UserFolder.of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()));
        if (!Display.isPresent(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform", ""))) {
            if (dataset.isPresent()) {
                System.err.println("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set) to show " + dataset.get()
                        + " on; its recordings can be exported without one (./whetstone export --help).");
                return CommandLine.ExitCode.SOFTWARE;
            }
            System.out.println("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the program expert labels "
                    + "instead of you; results go to " + home.resolve("headless") + ". See ./whetstone dagger --help.");
            return commandLine().execute("dagger", "--rounds", "4", "--steps-per-round", "500", "--seeds", "2", "--laps", "2", "--out",
                    home.resolve("headless").toString());
        }
        return new Launch(home, dataset, timeStartup).run();
    }

    /** A new dataset may be named, but a command that was mistyped must not become one. */
    private static Optional<String> refused(Path dataset) {
        return Files.exists(dataset) || dataset.toString().endsWith(".whetstone") ? Optional.empty()
                : Optional.of("'" + dataset + "' is neither a command nor a dataset that is there");
    }
}
