package whetstone.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.store.SqliteDataset;

/** Exports every rollout that is not deleted, with its labels, for other tools. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Export rollouts with their labels in a foreign format; what it can't hold is said first.")
public final class ExportCommand implements Callable<Integer> {
    @Option(names = "--format", required = true, paramLabel = "FORMAT", completionCandidates = FormatNames.Exports.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(names = "--dataset", required = true, paramLabel = "FILE", description = "Dataset file.")
    private Path dataset = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make; may be there if it is empty.")
    private Path out = Path.of(".");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExportFormat wanted = Formats.export(format).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "There is no format '" + format + "' to export; there are " + FormatNames.exports() + "."));
        try (Dataset file = SqliteDataset.open(dataset)) {
            List<Long> ids = file.rollouts().stream().filter(rollout -> !rollout.deleted()).map(RolloutSummary::id).toList();
            Recordings recordings = Recordings.of(file, ids);
            wanted.limits(recordings).forEach(limit -> spec.commandLine().getOut().println("Note: " + limit));
            spec.commandLine().getOut().flush();
            Export.Result result = Export.run(wanted, recordings, out, Progress.unseen());
            spec.commandLine().getOut().printf("Exported %d %s with %,d frames, %,d of them labelled, to %s, and read them back.%n",
                    result.rollouts(), result.rollouts() == 1 ? "rollout" : "rollouts", result.frames(), result.labelled(), out);
            return CommandLine.ExitCode.OK;
        } catch (DatasetException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
