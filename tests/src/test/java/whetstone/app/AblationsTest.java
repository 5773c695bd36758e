package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Ablation;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Round;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainers;

/** What a round bought, on real rollouts of Skyway, real labels and a real ridge regression. */
class AblationsTest {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Trainers TRAINERS = new Trainers(List.of(new RidgeTrainer(InstantSource.system())));

    @TempDir Path folder;
    private Threads threads;
    private Dataset dataset;
    private Workbench workbench;
    private Ablations ablations;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), TRAINERS.engines()));
            workbench.open(dataset);
            ablations = new Ablations(workbench, TRAINERS, (_, _, _, _) -> Round.Measured.NOT, InstantSource.system());
        });
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(workbench::close);
        threads.close();
    }

    @Test
    void withoutTheExpertWhoSteersTheWrongWayThePolicyIsNearerToHeldOutLabels() {
        drives();
        wrong("Ada");
        Round round = trained();
        Ablation ablation = without(round, new Ablation.Without.Expert("Ada"));
        assertThat(ablation.disagreement().orElseThrow()).isLessThan(round.disagreement().after());
    }

    @Test
    void whatIsLeftOutIsNotTrainedOn() {
        drives();
        wrong("Ada");
        Round round = trained();
        int all = without(round, new Ablation.Without.Expert("nobody")).labels();
        assertThat(without(round, new Ablation.Without.Expert("Ada")).labels()).isLessThan(all);
    }

    @Test
    void anAblationStaysWithItsRoundInTheFile() {
        drives();
        Round round = trained();
        without(round, new Ablation.Without.Expert("nobody"));
        assertThat(dataset.rounds().getFirst().ablations()).hasSize(1);
    }

    @Test
    void withoutAnythingLeftItSaysSo() {
        drives();
        Round round = trained();
        HeadlessWindow.onFx(() -> ablations.without(round, new Ablation.Without.Round(1)));
        HeadlessWindow.await("the sentence", MOST, () -> workbench.noticeProperty().get().contains("nothing is left"));
        assertThat(dataset.rounds().getFirst().ablations()).isEmpty();
    }

    @Test
    void theSecondRoundKnowsHowFarThePolicyBeforeWasOff() {
        drives();
        trained();
        SkywayDataset.byExpert(dataset, "bravo", 120, 2);
        Round second = trained();
        assertThat(second.disagreement().before()).isPositive();
        assertThat(second.disagreement().frames()).isPositive();
    }

    /** Five rollouts that the program expert drove, so that one of them is held out. */
    private void drives() {
        for (String track : List.of("alpha", "bravo", "charlie", "delta", "echo")) {
            SkywayDataset.byExpert(dataset, track, 120, 1);
        }
    }

    /** Full left on every frame of a rollout of its own. */
    private void wrong(String expert) {
        long rollout = SkywayDataset.byLearner(dataset, "alpha", 100, 1);
        Stroke stroke = new Stroke(0, rollout, expert, "wheel", Instant.now(), 10, ActionSpec.STEER, List.of(new PlaybackSegment(0, 0, 1)),
                new StrokeSamples(1, new long[] {0, 11_000_000_000L}, new float[] {-1, -1}));
        dataset.append(new JournalEntry.Labelled(0, rollout, expert, Instant.now(), new Label.Correction(new TickRange(0, 100), stroke))).join();
    }

    private Round trained() {
        int rounds = dataset.rounds().size();
        HeadlessWindow.onFx(() -> new Retraining(workbench, (_, _, _, _, _) -> new Retraining.Examination.Result(Round.Measured.NOT,
                Round.Measured.NOT), new LabelDisagreement(TRAINERS)::measure).start(TrainingSettings.DEFAULT));
        HeadlessWindow.await("a round that is compared", MOST, () -> dataset.rounds().size() > rounds
                && dataset.rounds().getLast().disagreement().frames() > 0);
        return dataset.rounds().getLast();
    }

    private Ablation without(Round round, Ablation.Without without) {
        int before = dataset.rounds().getFirst().ablations().size();
        HeadlessWindow.onFx(() -> ablations.without(round, without));
        HeadlessWindow.await("an ablation", MOST, () -> dataset.rounds().getFirst().ablations().size() > before
                && ablations.workingProperty().get().isEmpty());
        return dataset.rounds().getFirst().ablations().getLast();
    }
}
