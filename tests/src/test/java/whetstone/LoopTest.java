package whetstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.label.SlowMotion;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;
import whetstone.model.RolloutInfo;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.driving.Driver;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.evaluation.FallsPerLap;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.LapTrial;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;

/**
 * The promise: a learner drives and falls, a human corrects its recording in slow motion, and it falls less. Everything is the
 * program's own but the human: a hand that steers as the pursuit expert would have. What the expert knows reaches training only
 * through that hand, but for the short drive that the first learner is cloned from.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopTest {
    private static final int ROUNDS = 2;
    private static final int TICKS_PER_ROLLOUT = 150;
    private static final int LAPS_PER_TRACK = 5;
    private static final long EVALUATION_STARTS = 1L << 60;
    private static final double QUARTER_SPEED = 0.25;
    private static final double REACTION_SECONDS = 0.2;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:15:30Z"));

    private final Trainer trainer = new RidgeTrainer(CLOCK);
    private FallsPerLap cloned;
    private FallsPerLap corrected;
    private FallsPerLap control;

    @BeforeAll
    void labelTrainAndDriveAgain(@TempDir Path folder) {
        try (Dataset dataset = SqliteDataset.create(folder.resolve("loop.whetstone"))) {
            demonstrate(dataset, 0);
            PolicyVersion learner = train(dataset, "cloned", 0);
            cloned = falls(learner);
            report(learner, cloned);
            for (int round = 1; round <= ROUNDS; round++) {
                correct(dataset, round, learner);
                learner = train(dataset, "corrected in round " + round, round);
            }
            corrected = falls(learner);
            report(learner, corrected);
        }
        try (Dataset dataset = SqliteDataset.create(folder.resolve("control.whetstone"))) {
            for (int round = 0; round <= ROUNDS; round++) {
                demonstrate(dataset, round);
            }
            PolicyVersion clone = train(dataset, "cloning control", ROUNDS);
            control = falls(clone);
            report(clone, control);
        }
    }

    @Test
    void twoRoundsOfCorrectionsHalveTheFalls() {
        assertThat(corrected.mean()).isLessThanOrEqualTo(cloned.mean() / 2);
    }

    @Test
    void cloningControlOfTheSameSizeFallsMore() {
        assertThat(control.mean()).isGreaterThan(corrected.mean());
    }

    /** The learner drives every training track, and the hand corrects what it did, falls and all. */
    private void correct(Dataset dataset, int round, PolicyVersion learner) {
        Policy policy = trainer.policy(learner);
        SlowMotion labelling = new SlowMotion(dataset, QUARTER_SPEED);
        for (long id : drive(dataset, round, _ -> seen -> Decision.byPolicy(policy.act(seen)), OptionalLong.of(learner.id()))) {
            labelling.label(id, (replay, ticker) -> new ExpertsHand(dataset.rollout(id), replay, ticker, REACTION_SECONDS));
        }
    }

    private static void demonstrate(Dataset dataset, int round) {
        drive(dataset, round, course -> seen -> Decision.byExpert(course.expert().advise(seen)), OptionalLong.empty());
    }

    /** A rollout on every training track; @return their ids. */
    private static List<Long> drive(Dataset dataset, int round, Function<Course, Driver> driver, OptionalLong policy) {
        List<Long> rollouts = new ArrayList<>();
        for (String track : SkywayTracks.training()) {
            Course course = course(track);
            Optional<String> expert = policy.isPresent() ? Optional.empty() : Optional.of("program expert");
            RolloutWriter writer = dataset.record(new RolloutInfo(course.environment().spec(), course.name(), policy, round, round,
                    CLOCK.instant(), expert));
            new Drive(course.environment(), driver.apply(course), round, true).ticks(TICKS_PER_ROLLOUT).forEach(writer::append);
            rollouts.add(writer.finish().join());
        }
        return rollouts;
    }

    private PolicyVersion train(Dataset dataset, String name, int round) {
        PolicyDescription description = new PolicyDescription(new PolicyInput("front", 25, 19, PolicyInput.ColourSpace.LAB),
                new Network.Ridge(1e-3), ActionSpec.STEER);
        Trainer.Request request = new Trainer.Request(description, dataset.examples(ActionSpec.STEER), name, OptionalLong.empty(),
                round, 1, 1, 32, 1e-3, 0, 1, 1);
        TrainingEvent end = trainer.train(request, _ -> { }, () -> false);
        assertThat(end).isInstanceOf(TrainingEvent.Finished.class);
        return dataset.save(((TrainingEvent.Finished) end).policy()).join();
    }

    private FallsPerLap falls(PolicyVersion version) {
        Policy policy = trainer.policy(version);
        LapTrial trial = new LapTrial(() -> false);
        List<LapTally> tracks = SkywayTracks.heldOut().stream().map(track -> trial.drive(course(track),
                _ -> seen -> Decision.byPolicy(policy.act(seen)), LAPS_PER_TRACK, EVALUATION_STARTS)).toList();
        return FallsPerLap.over(tracks, 1);
    }

    private static void report(PolicyVersion version, FallsPerLap falls) {
        System.out.printf("%s, %d labels: %.2f falls per lap on held-out tracks, %d in %d laps%n", version.name(), version.labels(),
                falls.mean(), falls.falls(), falls.laps());
    }

    private static Course course(String track) {
        Skyway skyway = new Skyway(SkywaySettings.experiment(track, Difficulty.FROZEN));
        return new Course(skyway, new PursuitExpert(skyway));
    }
}
