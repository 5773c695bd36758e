package whetstone.app.commands;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.FrameFolderImport;
import whetstone.labelling.exchange.ImportResult;
import whetstone.labelling.exchange.UdacityImport;
import whetstone.labelling.store.SqliteDataset;

/** Imports a recording from outside into a dataset file, which is made where it is missing. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Import a recording: a Udacity driving log, or a folder of unlabelled frames.")
public final class ImportCommand implements Callable<Integer> {
    /** What can be read. */
    enum Format { UDACITY, FRAMES }

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "One of: udacity, frames.")
    private Format format = Format.UDACITY;

    @Option(names = "--in", required = true, paramLabel = "PATH", description = "The driving_log.csv or its folder; the folder of frames.")
    private Path in = Path.of(".");

    @Option(names = "--dataset", required = true, paramLabel = "FILE", description = "Dataset file; made where it is missing.")
    private Path dataset = Path.of(".");

    @Option(names = "--frames-per-second", paramLabel = "N", defaultValue = "15", description = "Of a folder of frames; default 15.")
    private double framesPerSecond = FrameFolderImport.USUAL_FRAMES_PER_SECOND;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Dataset file = SqliteDataset.openOrCreate(dataset)) {
            ImportResult result = switch (format) {
                case UDACITY -> UdacityImport.read(file, in, InstantSource.system(), _ -> { }, () -> false);
                case FRAMES -> FrameFolderImport.read(file, in, framesPerSecond, InstantSource.system(), _ -> { }, () -> false);
            };
            spec.commandLine().getOut().printf("Imported rollout %d with %,d frames, %,d of them with a driver's action, into %s.%n",
                    result.rollout().orElseThrow(), result.frames(), result.labelled(), dataset);
            return CommandLine.ExitCode.OK;
        } catch (DatasetException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
