package whetstone.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.RolloutSummary;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.ForeignInspection;
import whetstone.model.policy.onnx.Probation;

/** "Import ONNX": reads a model that others made, tries it in a process of its own, keeps it in the dataset file. FX thread. */
final class OnnxImporting {
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final Workbench workbench;
    private final Words words;
    private final Probation probation;
    private AtomicBoolean cancelled = new AtomicBoolean();

    OnnxImporting(Workbench workbench, Words words, Probation probation) {
        this.workbench = workbench;
        this.words = words;
        this.probation = probation;
    }

    /** What is being done, in a few words; empty while nothing is. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Looks at a file in the background; what can be mapped is handed over, what can't is said. */
    void look(Path file, Consumer<ForeignChoice> shows) {
        if (workbench.dataset().isEmpty()) {
            workbench.say(words.get("said.noDataset"));
            return;
        }
        Dataset dataset = workbench.dataset().get();
        CompletableFuture.supplyAsync(() -> choice(file, dataset), workbench.threads().background())
                .whenCompleteAsync((choice, failure) -> {
                    if (failure == null) {
                        shows.accept(choice);
                    } else {
                        workbench.say(words.get("said.refused", file.getFileName(), Failure.sentence(failure)));
                    }
                }, workbench.threads().fx());
    }

    /** Tries the model with a mapping and keeps it where it passes. */
    void bring(ForeignChoice choice, PolicyDescription description) {
        if (!state.get().isEmpty() || workbench.dataset().isEmpty()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        Dataset dataset = workbench.dataset().get();
        state.set(words.get("state.trying", choice.name()));
        CompletableFuture.supplyAsync(() -> probation.of(choice.model(), description, stop::get), workbench.threads().background())
                .thenCompose(milliseconds -> dataset.save(PolicyVersion.imported(choice.name(), description, choice.model(), Instant.now()))
                        .thenApply(_ -> milliseconds))
                .whenCompleteAsync((milliseconds, failure) -> {
                    state.set("");
                    workbench.say(failure == null ? words.get("said.imported", choice.name(), milliseconds) : sentence(choice, failure));
                    workbench.contentsChanged();
                }, workbench.threads().fx());
    }

    private String sentence(ForeignChoice choice, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof CancellationException ? words.get("said.stopped")
                : words.get("said.refused", choice.name(), Failure.sentence(failure));
    }

    private static ForeignChoice choice(Path file, Dataset dataset) {
        try {
            long size = Files.size(file);
            if (size > ForeignModel.MOST_BYTES) {
                throw new IllegalArgumentException("the file has " + size / 1_000_000 + " MB; at most " + ForeignModel.MOST_BYTES / 1_000_000
                        + " MB can be imported");
            }
            byte[] bytes = Files.readAllBytes(file);
            return new ForeignChoice(name(file, dataset), ForeignModel.of(bytes), ForeignInspection.of(bytes), environment(dataset));
        } catch (IOException unreadable) {
            throw new DatasetException("the file can't be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    /** The file's name, with a number where another policy has it. */
    private static String name(Path file, Dataset dataset) {
        String wanted = file.getFileName().toString().replaceFirst("(?i)\\.onnx$", "");
        List<String> taken = dataset.policies().stream().map(PolicyVersion::name).toList();
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    /** That of the newest recording; Skyway's where nothing is recorded yet. */
    private static EnvironmentSpec environment(Dataset dataset) {
        return dataset.rollouts().stream().filter(rollout -> !rollout.deleted()).map(RolloutSummary::info).reduce((_, newest) -> newest)
                .map(info -> info.environment())
                .orElseGet(() -> new Skyway(SkywaySettings.experiment(SkywayTracks.training().getFirst(), Difficulty.FROZEN)).spec());
    }
}
