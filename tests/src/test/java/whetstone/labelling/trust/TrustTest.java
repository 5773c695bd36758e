package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static whetstone.labelling.trust.LabelledFile.MONDAY;
import static whetstone.labelling.trust.LabelledFile.TUESDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;

/** The trust in labels of a real file. */
class TrustTest {
    private static final TickRange CLIP = new TickRange(10, 40);
    private static final IntToDoubleFunction TURN = tick -> 0.4 * Math.sin(tick / 5.0);

    @TempDir
    private Path folder;
    private LabelledFile file;

    @BeforeEach
    void open() {
        file = new LabelledFile(folder, 300);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private float[] trust() {
        return Trust.of(file.rollout, file.dataset.track(file.rollout), 10, TrustEvidence.of(file.dataset));
    }

    private float at(int tick) {
        return trust()[tick];
    }

    private void repeat(String expert, int from, double off, Instant at) {
        TickRange range = new TickRange(from, from + 20);
        file.steer("Ada", MONDAY, range, _ -> 0.1);
        file.shownAgain(expert, range, at);
        file.steer(expert, at.plusSeconds(10), range, _ -> 0.1 + off);
    }

    @Test
    void whereNothingIsLabelledThereIsNone() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        assertThat(at(5)).isNaN();
    }

    @Test
    void whatWasRejectedHasNone() {
        file.say("Ada", MONDAY, new Label.Rejection(CLIP));
        assertThat(at(20)).isNaN();
    }

    @Test
    void itIsBetweenNothingAndOne() {
        file.steer("Ada", MONDAY, CLIP, 4, tick -> tick % 2 == 0 ? 1 : -1);
        assertThat(at(20)).isBetween(0f, 0.1f);
    }

    @Test
    void steadySteeringOfAnUnknownExpertIsTrusted() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        assertThat(at(20)).isCloseTo((float) (0.04 / (0.04 + 0.0064)), within(1e-5f));
    }

    @Test
    void anExpertWhoRepeatsHimselfBadlyIsTrustedLess() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        float before = at(20);
        for (int i = 0; i < 5; i++) {
            repeat("Ada", 60 + 40 * i, 0.5, TUESDAY.plus(Duration.ofDays(i)));
        }
        assertThat(at(20)).isLessThan(before - 0.2f);
    }

    @Test
    void anExpertWhoRepeatsHimselfExactlyIsTrustedMore() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        float before = at(20);
        for (int i = 0; i < 5; i++) {
            repeat("Ada", 60 + 40 * i, 0, TUESDAY.plus(Duration.ofDays(i)));
        }
        assertThat(at(20)).isGreaterThan(before);
    }

    @Test
    void whereTwoLabelsOfAPlaceDifferItIsTrustedLessThanElsewhere() {
        file.steer("Ada", MONDAY, CLIP, _ -> 0.2);
        repeat("Ada", 100, 0.5, TUESDAY);
        assertThat(at(110)).isLessThan(at(20));
    }

    @Test
    void whereAnotherExpertDisagreesItIsTrustedLess() {
        repeat("Bob", 100, 0.5, TUESDAY);
        file.steer("Bob", TUESDAY, CLIP, _ -> 0.2);
        assertThat(at(110)).isLessThan(at(20));
    }

    @Test
    void aLabelGivenSinceIsNotDoubtedForARepeatBeforeIt() {
        repeat("Ada", 100, 0.5, TUESDAY);
        float before = at(110);
        file.steer("Ada", TUESDAY.plusSeconds(600), new TickRange(100, 120), _ -> 0.3);
        assertThat(at(110)).isGreaterThan(before);
    }

    @Test
    void aTickThatIsOffItsNeighboursIsTrustedLess() {
        file.steer("Ada", MONDAY, CLIP, tick -> tick == 25 ? 0.6 : 0.2);
        assertThat(at(25)).isLessThan(at(35));
    }

    @Test
    void aTurnAgreesWithItsNeighbours() {
        file.steer("Ada", MONDAY, CLIP, 1 / 20.0, tick -> 0.02 * tick);
        assertThat(at(25)).isCloseTo(at(15), within(1e-4f));
    }

    @Test
    void turningWhilePlayingFastIsTrustedLessThanInSlowMotion() {
        file.steer("Ada", MONDAY, CLIP, 1, TURN);
        file.steer("Ada", MONDAY, new TickRange(110, 140), 0.25, tick -> TURN.applyAsDouble(tick - 100));
        assertThat(at(25)).isLessThan(at(125));
    }

    @Test
    void aCalibratedHandIsTrustedMoreAtTheSameSpeed() {
        file.steer("Ada", MONDAY, CLIP, 1, TURN);
        float before = at(25);
        file.dataset.experts().save(new Calibration(0, "Ada", "Wheel", 1, 0.25, 0.03, 1, 0, 0.9, MONDAY)).join();
        assertThat(at(25)).isGreaterThan(before);
    }

    @Test
    void anothersCalibrationDoesNotHelp() {
        file.steer("Ada", MONDAY, CLIP, 1, TURN);
        float before = at(25);
        file.dataset.experts().save(new Calibration(0, "Bob", "Wheel", 1, 0.25, 0.03, 1, 0, 0.9, MONDAY)).join();
        assertThat(at(25)).isEqualTo(before);
    }

    @Test
    void aDeviceWithThreeLevelsIsTrustedLess() {
        TickRange range = new TickRange(100, 220);
        file.say("Ada", MONDAY, new Label.Correction(range, file.stroke("Ada", "Keys", MONDAY, range, 0.05, tick -> tick / 20 % 3 - 1)));
        file.steer("Ada", MONDAY, new TickRange(230, 299), 0.05, _ -> 0.2);
        assertThat(at(150)).isLessThan(0.4f).isLessThan(at(260) - 0.4f);
    }

    @Test
    void whatWasDrawnIsNotDoubtedForItsSpeed() {
        Stroke stick = file.stroke("Ada", "Wheel", MONDAY, CLIP, 4, TURN);
        Stroke drawn = new Stroke(0, stick.rollout(), "Ada", "drawn", MONDAY, 10, stick.action(), stick.playback(), stick.samples(),
                Stroke.Origin.DRAWN);
        file.say("Ada", MONDAY, new Label.Correction(CLIP, stick));
        float before = at(25);
        file.say("Ada", MONDAY.plusSeconds(60), new Label.Correction(CLIP, drawn));
        assertThat(at(25)).isGreaterThan(before);
    }

    @Test
    void anApprovalIsTrustedAsItsExpertIs() {
        file.say("Ada", MONDAY, new Label.Approval(CLIP));
        assertThat(at(20)).isCloseTo((float) (0.04 / (0.04 + 0.0064)), within(1e-5f));
    }
}
