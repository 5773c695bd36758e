package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.TrainingLog;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.policy.PolicyVersion;

/** A round from labels to a measured policy, on a real file and the real threads. */
class RetrainingTest {
    private static final Duration MOST = Duration.ofSeconds(40);
    private static final Round.Measured MEASURED = new Round.Measured(0.5, 0.25, 0.75, 12);

    @TempDir Path folder;
    private Threads threads;
    private Workbench workbench;
    private Dataset dataset;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        workbench = HeadlessWindow.onFx(() -> {
            Workbench made = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), trainers().engines()));
            made.open(dataset);
            return made;
        });
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(workbench::close);
        threads.close();
    }

    @Test
    void aRoundSavesThePolicyThatThenDrives() {
        SkywayDataset.byExpert(dataset, "alpha", 200, 1);
        train((_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT));
        assertThat(dataset.driver().map(PolicyVersion::labels)).contains(200);
    }

    @Test
    void aRoundKeepsWhatItWasMadeOf() {
        long rollout = SkywayDataset.byExpert(dataset, "alpha", 200, 1);
        train((_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT));
        Round round = dataset.rounds().getFirst();
        assertThat(List.of(round.number(), round.labels(), round.rollouts(), round.newPolicy())).isEqualTo(
                List.of(1, 200, List.of(rollout), OptionalLong.of(dataset.policies().getFirst().id())));
    }

    @Test
    void whatWasMeasuredIsKeptWithTheRound() {
        SkywayDataset.byExpert(dataset, "alpha", 200, 1);
        train((_, _, _, _, _) -> new Retraining.Examination.Result(MEASURED, MEASURED));
        HeadlessWindow.await("the result", MOST, () -> dataset.rounds().getFirst().fallsPerLap().equals(MEASURED));
        assertThat(dataset.rounds()).hasSize(1);
    }

    @Test
    void withoutLabelsItSaysWhatToDo() {
        SkywayDataset.byLearner(dataset, "alpha", 20, 1);
        Retraining.Examination never = (_, _, _, _, _) -> { throw new AssertionError("nothing to measure"); };
        HeadlessWindow.onFx(() -> retraining(never).start(TrainingSettings.DEFAULT));
        HeadlessWindow.await("the sentence", MOST, () -> workbench.noticeProperty().get().contains("label a clip"));
        assertThat(dataset.policies()).isEmpty();
    }

    @Test
    void heldOutTracksTellAPolicyAndItsCloningControl() {
        SkywayDataset.byExpert(dataset, "alpha", 300, 1);
        train(new HeldOutTrial(trainers(), InstantSource.system()));
        HeadlessWindow.await("the measurement", MOST, () -> dataset.rounds().getFirst().fallsPerLap().laps() > 0);
        assertThat(dataset.rounds().getFirst().cloning().laps()).isEqualTo(dataset.rounds().getFirst().fallsPerLap().laps());
    }

    @Test
    void aRunIsLoggedWithItsLossesAndThePolicyThatItGave() {
        SkywayDataset.byExpert(dataset, "alpha", 200, 1);
        train((_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT, Round.Measured.NOT));
        TrainingLog.Run run = dataset.trainings().runs().getFirst();
        assertThat(List.of(run.plan().labels(), run.epochsDone(), run.outcome()))
                .isEqualTo(List.of(200, 1, new TrainingLog.Outcome.Finished(dataset.policies().getFirst().id())));
    }

    @Test
    void aRunThatGaveNoPolicyIsLoggedWithItsReason() {
        SkywayDataset.byExpert(dataset, "alpha", 200, 1);
        Retraining.Examination never = (_, _, _, _, _) -> { throw new AssertionError("nothing to measure"); };
        TrainingSettings network = new TrainingSettings(TrainingSettings.Kind.CNN, 1, 32, 1e-3, 0, 1, 1, 1, true, false,
                whetstone.labelling.Weighting.EQUAL);
        HeadlessWindow.onFx(() -> retraining(never).start(network));
        HeadlessWindow.await("the end", MOST, () -> dataset.trainings().runs().stream().anyMatch(run -> run.endedAt().isPresent()));
        assertThat(dataset.trainings().runs().getFirst().outcome())
                .isEqualTo(new TrainingLog.Outcome.Failed("no training engine here can train this kind of policy"));
    }

    private void train(Retraining.Examination examination) {
        HeadlessWindow.onFx(() -> retraining(examination).start(TrainingSettings.DEFAULT));
        HeadlessWindow.await("a round and who drives", MOST, () -> dataset.rounds().size() == 1 && dataset.driver().isPresent());
    }

    private Retraining retraining(Retraining.Examination examination) {
        return new Retraining(workbench, examination);
    }

    private static Trainers trainers() {
        List<Trainer> engines = List.of(new RidgeTrainer(InstantSource.system()));
        return new Trainers(engines);
    }
}
