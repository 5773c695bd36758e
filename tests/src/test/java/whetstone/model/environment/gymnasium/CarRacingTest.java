package whetstone.model.environment.gymnasium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Observation;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.expert.Expert;

/** The real CarRacing-v3 with its companion, where a Python has it. */
@Timeout(120)
class CarRacingTest {
    private static String python;

    @BeforeAll
    static void findPython() {
        python = Pythons.withCarRacing();
    }

    @Test
    void theExpertDrivesAlongTheRoad() {
        try (GymnasiumEnvironment environment = start("CarRacing-v3")) {
            Drive drive = byExpert(environment, 5);
            List<Step> steps = drive.ticks(60);
            assertThat(drive.metres()).isGreaterThan(100);
            assertThat(drive.rewards().orElseThrow()).isGreaterThan(50);
            assertThat(steps).allMatch(step -> step.events().isEmpty());
        }
    }

    @Test
    void thePictureIsNinetySixPixelsSquare() {
        try (GymnasiumEnvironment environment = start("CarRacing-v3")) {
            assertThat(environment.reset(1).picture("front").size()).isEqualTo(96 * 96 * 3);
        }
    }

    @Test
    void theDriverTakesThePedalsWhereHeIsToldTo() {
        try (GymnasiumEnvironment environment = start("CarRacing-v3,pedals=driver")) {
            assertThat(environment.spec().action()).isEqualTo(ActionSpec.STEER_AND_THROTTLE);
        }
    }

    @Test
    void aStateIsGoneBackToByDrivingAgain() {
        try (GymnasiumEnvironment environment = start("CarRacing-v3")) {
            Drive drive = byExpert(environment, 3);
            drive.ticks(20);
            EnvironmentState state = environment.save().orElseThrow();
            Observation seen = drive.seen();
            drive.ticks(5);
            assertThat(environment.restore(state)).isEqualTo(seen);
        }
    }

    private static GymnasiumEnvironment start(String place) {
        return GymnasiumEnvironment.start(python, GymnasiumPlace.parse(place));
    }

    private static Drive byExpert(GymnasiumEnvironment environment, long seed) {
        Expert expert = environment.expert().orElseThrow();
        return new Drive(environment, seen -> Decision.byExpert(expert.advise(seen)), seed, false);
    }
}
