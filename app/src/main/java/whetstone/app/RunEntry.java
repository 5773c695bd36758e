package whetstone.app;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.TrainingLog;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Network;

/**
 * One training run's line in the dataset's log, written while the run goes on. Begins and hears on the train thread; ends on the FX
 * thread, after that. Never waits for the disk; what could not be written is told by the future of {@link #end}.
 */
final class RunEntry {
    private final TrainingLog log;
    private final InstantSource clock;
    private CompletableFuture<Long> written = CompletableFuture.completedFuture(0L);

    RunEntry(TrainingLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Enters what is to be trained, and hands it on. @param settings as JSON */
    Trainer.Request begin(Trainer.Request request, String settings) {
        written = log.begin(new TrainingLog.Plan(request.name(), request.round(), request.parent(), request.examples().size(),
                epochs(request), settings, request.seed(), clock.instant())).thenApply(TrainingLog.Run::id);
        return request;
    }

    /** Ridge regression is solved in one step, whatever is asked for. */
    private static int epochs(Trainer.Request request) {
        return switch (request.description().network()) {
            case Network.Ridge _ -> 1;
            case Network.Convolutional _ -> request.epochs();
            case Network.Foreign _ -> 0;
        };
    }

    void hear(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.EpochDone epoch -> written = written.thenCompose(run -> log.epoch(run,
                    new TrainingLog.Epoch(epoch.epoch(), epoch.loss(), epoch.heldOutLoss(), clock.instant())).thenApply(_ -> run));
            case TrainingEvent.Started _, TrainingEvent.Finished _, TrainingEvent.Cancelled _, TrainingEvent.Failed _ -> { }
        }
    }

    /** Completes when all of the run is on disk. Nothing is written of a run that never began. */
    CompletableFuture<Void> end(TrainingLog.Outcome outcome) {
        return written.thenCompose(run -> run == 0 ? CompletableFuture.completedFuture(null) : log.end(run, outcome, clock.instant()));
    }
}
