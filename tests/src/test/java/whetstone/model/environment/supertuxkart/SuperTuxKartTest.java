package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import whetstone.model.ActionSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.world.Opened;
import whetstone.model.world.Wish;

/** The real game, where it is installed: started once for all. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuperTuxKartTest {
    private static Opened opened;

    @BeforeAll
    static void start() {
        boolean installed = true;
        try {
            assumeTrue(Installation.find(System.getenv()).hiddenDisplay().isPresent(), "Xvfb is not installed: the real game is not tried");
        } catch (EnvironmentException missing) {
            installed = false;
        }
        assumeTrue(installed, "SuperTuxKart is not installed: the real game is not tried");
        opened = new SuperTuxKartKind(System.getenv()).world("charlie").open("charlie", new Wish(80, 60, OptionalDouble.empty()));
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.environment().close();
        }
    }

    @Test
    @Order(1)
    void beforeTheFirstResetNobodyDrives() {
        assertThatIllegalStateException().isThrownBy(() -> opened.environment().step(ActionSpec.STEER.neutral()));
    }

    @Test
    @Order(2)
    void theExpertDrivesAlongTheRoadAtTheSameSpeed() {
        Drive drive = new Drive(opened.environment(), seen -> Decision.byExpert(opened.expert().orElseThrow().advise(seen)), 1, false);
        List<Step> steps = drive.ticks(15);
        assertThat(drive.metres()).isBetween(40.0, 50.0);
        assertThat(steps).allMatch(step -> step.events().isEmpty());
    }

    @Test
    @Order(3)
    void thePictureHasTheWishedSizeAndShowsSomething() {
        Observation seen = opened.environment().step(ActionSpec.STEER.neutral()).seen();
        Picture picture = seen.picture("front");
        assertThat(picture.width()).isEqualTo(80);
        assertThat(java.util.stream.IntStream.range(0, picture.size()).map(picture::sample).distinct().count()).isGreaterThan(30);
    }

    @Test
    @Order(4)
    void whoSteersOffTheRoadFallsAndIsPutBackOnItsMiddle() {
        Environment.Outcome outcome = opened.environment().step(ActionSpec.STEER.clamp(1));
        for (int tick = 0; tick < 25 && !outcome.events().contains(Event.FALL); tick++) {
            outcome = opened.environment().step(ActionSpec.STEER.clamp(1));
        }
        assertThat(outcome.events()).contains(Event.FALL);
        assertThat(opened.environment().offCentre().orElseThrow()).isLessThan(0.3);
    }

    @Test
    @Order(5)
    void anUnknownTrackIsNamed() {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> new SuperTuxKartKind(System.getenv()).world("nowhere")
                .open("nowhere", new Wish(80, 60, OptionalDouble.empty()))).withMessageContaining("'nowhere' is neither");
    }
}
