package whetstone.model.policy.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.Optional;

/**
 * ONNX Runtime itself, loaded once per process by whoever asks first (about a third of a second). Any thread. A session computes on the
 * thread that calls it and on no other, so that the same picture gives the same action and training keeps its cores.
 */
final class OnnxRuntime {
    private OnnxRuntime() {}

    /** The native library lives once per process, and so does the outcome of loading it: made when this class is first touched. */
    private static final class Loaded {
        static final Outcome OUTCOME = load();
    }

    private record Outcome(Optional<OrtEnvironment> environment, String why) {}

    /** Why ONNX Runtime can't be used on this machine, in a few words; empty where it can. */
    static Optional<String> hindrance() {
        return Loaded.OUTCOME.environment().isPresent() ? Optional.empty() : Optional.of(Loaded.OUTCOME.why());
    }

    /** @throws IllegalStateException where it can't be loaded */
    static OrtEnvironment environment() {
        return Loaded.OUTCOME.environment().orElseThrow(() ->
                new IllegalStateException("ONNX Runtime can't be loaded on this machine: " + Loaded.OUTCOME.why()));
    }

    /** A session of a model that refers to nothing outside itself; to be closed. */
    static OrtSession open(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Never ONNX Runtime's own format, whatever the bytes begin with: it is not what was looked at.
            options.addConfigEntry("session.load_model_format", "ONNX");
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return environment().createSession(model, options);
        }
    }

    private static Outcome load() {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "whetstone");
            environment.setTelemetry(false);
            return new Outcome(Optional.of(environment), "");
        } catch (OrtException | LinkageError | IllegalStateException missing) {
            return new Outcome(Optional.empty(), reason(missing));
        }
    }

    /** The innermost cause's first line: around it there is only that a class could not be initialised. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.toString().lines().findFirst().orElse("");
    }
}
