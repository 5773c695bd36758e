package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whetstone.labelling.store.Recordings.AT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Ablation;
import whetstone.labelling.Round;
import whetstone.labelling.TrainingLog.Epoch;
import whetstone.labelling.TrainingLog.Outcome;
import whetstone.labelling.TrainingLog.Plan;
import whetstone.labelling.TrainingLog.Run;

class StoredTrainingLogTest {
    private static final Plan PLAN = new Plan("v1", 1, OptionalLong.empty(), 300, 20, "{}", 7, AT);

    @TempDir
    private Path folder;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private void reopen() {
        dataset.close();
        dataset = SqliteDataset.open(folder.resolve("test.whetstone"));
    }

    @Test
    void runThatWasBegunIsRunning() {
        Run begun = dataset.trainings().begin(PLAN).join();
        assertThat(dataset.trainings().runs()).containsExactly(begun)
                .containsExactly(new Run(begun.id(), PLAN, 0, new Outcome.Running(), Optional.empty()));
    }

    @Test
    void finishedRunComesBackWithItsPolicy() {
        long policy = dataset.save(Recordings.policy("v1", OptionalLong.empty())).join().id();
        assertEnds(new Outcome.Finished(policy));
    }

    @Test
    void cancelledRunComesBackAsCancelled() {
        assertEnds(new Outcome.Cancelled());
    }

    @Test
    void failedRunComesBackWithItsReason() {
        assertEnds(new Outcome.Failed("The loss is no number: lower the learning rate."));
    }

    private void assertEnds(Outcome outcome) {
        long id = dataset.trainings().begin(PLAN).join().id();
        dataset.trainings().end(id, outcome, AT.plusSeconds(9)).join();
        reopen();
        assertThat(dataset.trainings().runs()).containsExactly(new Run(id, PLAN, 0, outcome, Optional.of(AT.plusSeconds(9))));
    }

    @Test
    void lossesComeBackInTheirOrder() {
        long id = dataset.trainings().begin(PLAN).join().id();
        List<Epoch> epochs = List.of(new Epoch(1, 0.5, Double.NaN, AT.plusSeconds(1)), new Epoch(2, 0.25, 0.3, AT.plusSeconds(2)));
        epochs.forEach(epoch -> dataset.trainings().epoch(id, epoch).join());
        reopen();
        assertThat(dataset.trainings().epochs(id)).isEqualTo(epochs);
    }

    @Test
    void runWithoutAnEndIsInterruptedWhenItWasLastHeardOf() {
        long id = dataset.trainings().begin(PLAN).join().id();
        dataset.trainings().epoch(id, new Epoch(1, 0.5, 0.5, AT.plusSeconds(30))).join();
        reopen();
        assertThat(dataset.trainings().runs())
                .containsExactly(new Run(id, PLAN, 1, new Outcome.Interrupted(), Optional.of(AT.plusSeconds(30))));
    }

    @Test
    void runThatEndedCantEndAgain() {
        long id = dataset.trainings().begin(PLAN).join().id();
        dataset.trainings().end(id, new Outcome.Cancelled(), AT).join();
        assertThatThrownBy(() -> dataset.trainings().end(id, new Outcome.Failed("late"), AT).join())
                .hasMessageContaining("there is no training run " + id + " that could end");
    }

    @Test
    void whatARoundBoughtComesBackAsSaved() {
        Round round = dataset.save(round()).join();
        Round bought = round.withDisagreement(new Round.Disagreement(0.4, 0.1, 55))
                .plus(new Ablation(new Ablation.Without.Expert("ada"), 7, OptionalDouble.of(0.3), new Round.Measured(1, 0.5, 2, 40), AT))
                .plus(new Ablation(new Ablation.Without.Sitting(3), 8, OptionalDouble.empty(), Round.Measured.NOT, AT))
                .plus(new Ablation(new Ablation.Without.Round(2), 9, OptionalDouble.empty(), Round.Measured.NOT, AT));
        dataset.save(bought).join();
        reopen();
        assertThat(dataset.rounds()).containsExactly(bought);
    }

    @Test
    void firstRoundHasNoDisagreementBefore() {
        Round round = dataset.save(round().withDisagreement(new Round.Disagreement(Double.NaN, 0.1, 55))).join();
        assertThat(dataset.rounds()).containsExactly(round);
    }

    private static Round round() {
        return new Round(0, 1, OptionalLong.empty(), OptionalLong.empty(), List.of(), 10, "{}", 3, OptionalDouble.empty(),
                Round.Measured.NOT, Round.Measured.NOT, AT);
    }
}
