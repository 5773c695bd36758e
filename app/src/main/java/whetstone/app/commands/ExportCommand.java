package whetstone.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.exchange.CsvExport;
import whetstone.labelling.store.SqliteDataset;

/** Exports every rollout that is not deleted, with its labels, for other tools. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Export rollouts and labels as a table with pictures.")
public final class ExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Format { CSV }

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "csv.")
    private Format format = Format.CSV;

    @Option(names = "--dataset", required = true, paramLabel = "FILE", description = "Dataset file.")
    private Path dataset = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for frames.csv and the pictures.")
    private Path out = Path.of(".");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Dataset file = SqliteDataset.open(dataset)) {
            List<Long> rollouts = file.rollouts().stream().filter(rollout -> !rollout.deleted()).map(RolloutSummary::id).toList();
            CsvExport.Result result = switch (format) {
                case CSV -> CsvExport.write(file, rollouts, out, _ -> { }, () -> false);
            };
            spec.commandLine().getOut().printf("Exported %d rollouts with %,d frames, %,d of them labelled, to %s.%n", result.rollouts(),
                    result.frames(), result.labelled(), out);
            return CommandLine.ExitCode.OK;
        } catch (DatasetException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
