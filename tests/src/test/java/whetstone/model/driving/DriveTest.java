package whetstone.model.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.Step;
import whetstone.model.policy.Policy;

class DriveTest {
    private static final Policy HARD_RIGHT = seen -> new Action(ActionSpec.STEER, 1);

    @Test
    void aStepKeepsWhatTheLearnerWantedAndWhatTheExpertAdvised() {
        Step step = mixture(0, 1).tick();
        assertThat(step.learnerAction()).contains(new Action(ActionSpec.STEER, 1));
        assertThat(step.expertAction()).isPresent().isNotEqualTo(step.learnerAction());
    }

    @Test
    void withBetaZeroTheLearnerIsInControl() {
        assertThat(mixture(0, 50).ticks(50)).allMatch(step -> step.control() == Control.POLICY
                && step.executedAction().equals(step.learnerAction()));
    }

    @Test
    void withBetaOneTheExpertIsInControl() {
        assertThat(mixture(1, 50).ticks(50)).allMatch(step -> step.control() == Control.EXPERT
                && step.executedAction().equals(step.expertAction()));
    }

    @Test
    void withBetaAHalfEitherDrivesAboutAsOften() {
        long expert = mixture(0.5, 1000).ticks(1000).stream().filter(step -> step.control() == Control.EXPERT).count();
        assertThat(expert).isBetween(440L, 560L);
    }

    @Test
    void aStepShowsWhatWasSeenBeforeItsAction() {
        Course course = LineWorld.course();
        Drive drive = new Drive(course.environment(), _ -> Decision.byPolicy(new Action(ActionSpec.STEER, 0.3f)), 5, false);
        List<Step> steps = drive.ticks(3);
        assertThat(steps.getFirst().seen()).isEqualTo(LineWorld.course().environment().reset(5));
        assertThat(drive.seen()).isNotEqualTo(steps.getLast().seen());
    }

    @Test
    void eventsOfTheDriverAndOfTheWorldMeetInTheStep() {
        Driver takesOverAndFalls = _ -> new Decision(new Action(ActionSpec.STEER, 1), Optional.empty(), Optional.empty(), Control.HUMAN,
                Set.of(Event.TAKE_OVER));
        assertThat(new Drive(LineWorld.course().environment(), takesOverAndFalls, 1, false).tick().events())
                .containsExactlyInAnyOrder(Event.TAKE_OVER, Event.FALL);
    }

    private static Drive mixture(double beta, long seed) {
        Course course = LineWorld.course();
        return new Drive(course.environment(), new MixtureDriver(HARD_RIGHT, course.expert(), beta, new SplittableRandom(seed)), seed, false);
    }
}
