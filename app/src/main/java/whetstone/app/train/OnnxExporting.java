package whetstone.app.train;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.app.Failure;
import whetstone.app.Mailbox;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.onnx.CameraSize;
import whetstone.labelling.exchange.onnx.PolicyExport;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/** "Export as ONNX": one at a time, in the background; how it goes and how it ended are said in words. FX thread. */
final class OnnxExporting {
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final Workbench workbench;
    private final Words words;
    private final PolicyExport export;
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param engine how the engine that trained a policy acts */
    OnnxExporting(Workbench workbench, Words words, Function<PolicyVersion, Policy> engine) {
        this.workbench = workbench;
        this.words = words;
        this.export = new PolicyExport(engine);
    }

    /** How far it is, in a few words; empty while nothing is exported. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** @param out replaced where it is there: whoever chose it was asked */
    void start(PolicyVersion version, Path out) {
        if (!state.get().isEmpty() || workbench.dataset().isEmpty()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        Dataset dataset = workbench.dataset().get();
        state.set(words.get("onnx.exporting", version.name(), 0));
        Mailbox<Double> shares = new Mailbox<>(workbench.threads().fx(), share -> tell(version, share));
        CompletableFuture.supplyAsync(() -> export.write(dataset, version, CameraSize.of(dataset, version.description().input()), out,
                        new Progress(shares::post, stop::get)), workbench.threads().background())
                .whenCompleteAsync((result, failure) -> {
                    state.set("");
                    workbench.say(failure == null ? said(version, out, result) : sentence(failure));
                }, workbench.threads().fx());
    }

    void cancel() {
        cancelled.set(true);
    }

    private void tell(PolicyVersion version, double share) {
        if (!state.get().isEmpty()) {
            state.set(words.get("onnx.exporting", version.name(), (int) (share * 100)));
        }
    }

    private String said(PolicyVersion version, Path out, PolicyExport.Result result) {
        return words.get("onnx.exported", version.name(), out.getFileName(), result.size(), result.worst(), result.frames());
    }

    private String sentence(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof CancellationException ? words.get("onnx.cancelled") : Failure.sentence(failure);
    }
}
