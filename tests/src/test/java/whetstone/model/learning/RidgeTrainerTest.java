package whetstone.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whetstone.model.ActionSpec;
import whetstone.model.MemoryRollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.driving.LineWorld;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

class RidgeTrainerTest {
    private final RidgeTrainer trainer = new RidgeTrainer(InstantSource.fixed(Instant.EPOCH));
    private final List<TrainingEvent> events = new ArrayList<>();

    @Test
    void whatIsLinearInThePictureIsLearned() {
        TrainingEvent.Finished finished = (TrainingEvent.Finished) train(rollouts(5), "front", 1e-6);
        assertThat(finished.policy().heldOutLoss().orElseThrow()).isCloseTo(0, within(1e-4));
    }

    @Test
    void eventsComeInTheirOrder() {
        TrainingEvent end = train(rollouts(5), "front", 1e-3);
        assertThat(events).hasSize(3).startsWith(new TrainingEvent.Started(80, 20, 1)).endsWith(end);
        assertThat(events.get(1)).isInstanceOf(TrainingEvent.EpochDone.class);
    }

    @Test
    void theNewVersionKnowsItsLabelsAndItsRound() {
        TrainingEvent.Finished finished = (TrainingEvent.Finished) train(rollouts(5), "front", 1e-3);
        assertThat(finished.policy().labels()).isEqualTo(100);
        assertThat(finished.policy().round()).isEqualTo(3);
    }

    @Test
    void trainingWithoutLabelsEndsWithASentence() {
        assertThat(train(new RolloutExamples(Step::expertAction), "front", 1e-3))
                .isEqualTo(new TrainingEvent.Failed("there are no labelled frames to train on; label some first"));
    }

    @Test
    void aCameraThatIsNotThereEndsWithASentence() {
        assertThat(train(rollouts(2), "left", 1e-3)).isInstanceOfSatisfying(TrainingEvent.Failed.class,
                failed -> assertThat(failed.reason()).contains("no camera is called 'left'"));
    }

    @Test
    void lambdaZeroOnEqualChannelsEndsWithASentence() {
        assertThat(train(rollouts(2), "front", 0)).isEqualTo(new TrainingEvent.Failed(RidgeInput.NO_SOLUTION));
    }

    @Test
    void cancellingEndsTheRun() {
        assertThat(trainer.train(request(rollouts(5), "front", 1e-3), events::add, () -> true)).isEqualTo(new TrainingEvent.Cancelled());
    }

    private TrainingEvent train(Examples examples, String camera, double lambda) {
        return trainer.train(request(examples, camera, lambda), events::add, () -> false);
    }

    private static Trainer.Request request(Examples examples, String camera, double lambda) {
        PolicyDescription description = new PolicyDescription(new PolicyInput(camera, 1, 1, PolicyInput.ColourSpace.RGB),
                new Network.Ridge(lambda), ActionSpec.STEER);
        return new Trainer.Request(description, examples, "test", OptionalLong.empty(), 3, 1, 1, 32, 1e-3, 0.2, 1, 1);
    }

    /** Rollouts of twenty frames each, driven by the expert from different places. */
    private static RolloutExamples rollouts(int count) {
        RolloutExamples examples = new RolloutExamples(Step::expertAction);
        for (int seed = 0; seed < count; seed++) {
            Course course = LineWorld.course();
            Drive drive = new Drive(course.environment(), seen -> Decision.byExpert(course.expert().advise(seen)), seed, false);
            examples.add(new MemoryRollout(new RolloutInfo(course.environment().spec(), "line", OptionalLong.empty(), 1, seed,
                    Instant.EPOCH, java.util.Optional.empty()), drive.ticks(20)));
        }
        return examples;
    }
}
