package whetstone.app.train;

import whetstone.app.Words;
import whetstone.labelling.TrainingLog.Outcome;
import whetstone.labelling.TrainingLog.Run;

/** Says how training runs ended. */
record RunWording(Words words) {
    /** For a line of the list. */
    String outcome(Run run) {
        return switch (run.outcome()) {
            case Outcome.Running _ -> words.get("runs.running");
            case Outcome.Finished _ -> words.get("runs.finished", run.plan().name());
            case Outcome.Cancelled _ -> words.get("runs.cancelled");
            case Outcome.Failed(String reason) -> words.get("runs.failed", reason);
            case Outcome.Interrupted _ -> words.get("runs.interrupted");
        };
    }

    /** A sentence on the newest run, where it was cut off with its program; else empty. */
    String cutOff(Run run) {
        return run.outcome() instanceof Outcome.Interrupted
                ? words.get("state.interrupted", run.plan().name(), run.epochsDone(), run.plan().epochs()) : "";
    }
}
