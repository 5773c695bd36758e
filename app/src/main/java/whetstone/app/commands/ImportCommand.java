package whetstone.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportResult;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.store.SqliteDataset;

/** Imports recordings from outside into a dataset file, which is made where it is missing. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Import recordings with their labels from a foreign format.")
public final class ImportCommand implements Callable<Integer> {
    @Option(names = "--format", required = true, paramLabel = "FORMAT", completionCandidates = FormatNames.Imports.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(names = "--in", required = true, paramLabel = "PATH", description = "The file or folder to read.")
    private Path in = Path.of(".");

    @Option(names = "--dataset", required = true, paramLabel = "FILE", description = "Dataset file; made where it is missing.")
    private Path dataset = Path.of(".");

    @Option(names = "--frames-per-second", paramLabel = "N",
            description = "At which the frames were taken, where the format does not say (a folder of frames: 15).")
    private Double framesPerSecond;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ImportFormat wanted = Formats.imported(format).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "There is no format '" + format + "' to import; there are " + FormatNames.imports() + "."));
        boolean made = Files.notExists(dataset);
        try (ImportSource source = wanted.open(in, options()); Dataset file = SqliteDataset.openOrCreate(dataset)) {
            ImportResult result = Import.into(file, source, Progress.unseen());
            spec.commandLine().getOut().printf("Imported %d %s with %,d frames, %,d of them with a human's action, into %s.%n",
                    result.rollouts().size(), result.rollouts().size() == 1 ? "rollout" : "rollouts", result.frames(), result.labelled(),
                    dataset);
            return CommandLine.ExitCode.OK;
        } catch (DatasetException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            if (made) {
                forget();
            }
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** An import that was refused leaves no dataset that it made. */
    private void forget() {
        try {
            Files.deleteIfExists(dataset);
        } catch (IOException left) {
            spec.commandLine().getErr().println(dataset + " holds nothing, and can't be deleted (" + left.getMessage() + ").");
        }
    }

    private ImportOptions options() {
        ImportOptions usual = ImportOptions.usual(InstantSource.system());
        return framesPerSecond == null ? usual : usual.withFramesPerSecond(framesPerSecond);
    }
}
