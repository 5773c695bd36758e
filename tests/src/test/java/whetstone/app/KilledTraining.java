package whetstone.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.learning.dl4j.NetworkTrainer;

/** A program that trains a real network as the Train screen does, until it is killed, and prints every epoch that it sees. */
final class KilledTraining {
    private static final TrainingSettings LONG =
            new TrainingSettings(TrainingSettings.Kind.CNN, 10_000, 32, 1e-3, 0, 10_000, 1, 1, true, false,
                    whetstone.labelling.Weighting.EQUAL);

    private KilledTraining() {}

    public static void main(String[] arguments) {
        HeadlessWindow.start();
        Threads threads = new Threads();
        Dataset dataset = SqliteDataset.open(Path.of(arguments[0]));
        HeadlessWindow.onFx(() -> {
            Workbench workbench = new Workbench(threads,
                    new BackgroundTraining(threads.train(), threads.fx(), List.of(new NetworkTrainer(InstantSource.system()))));
            workbench.open(dataset);
            workbench.training().latestProperty().subscribe(event -> {
                if (event instanceof TrainingEvent.EpochDone epoch) {
                    System.out.println("epoch " + epoch.epoch());
                }
            });
            new Retraining(workbench, (_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT))
                    .start(LONG);
        });
    }
}
