package whetstone.labelling.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.TrainingLog;

/** The training runs of a dataset file. */
final class StoredTrainingLog implements TrainingLog {
    private final DatasetFile file;

    StoredTrainingLog(DatasetFile file) {
        this.file = file;
    }

    @Override
    public CompletableFuture<Run> begin(Plan plan) {
        return file.write(handle -> TrainingRunTable.begin(handle, plan));
    }

    @Override
    public CompletableFuture<Void> epoch(long run, Epoch epoch) {
        return file.change(handle -> TrainingRunTable.epoch(handle, run, epoch));
    }

    @Override
    public CompletableFuture<Void> end(long run, Outcome outcome, Instant at) {
        return file.change(handle -> TrainingRunTable.end(handle, run, outcome, at));
    }

    @Override
    public List<Run> runs() {
        return file.read(handle -> TrainingRunTable.all(handle, file.faults()));
    }

    @Override
    public List<Epoch> epochs(long run) {
        return file.read(handle -> TrainingRunTable.epochs(handle, run, file.faults()));
    }
}
