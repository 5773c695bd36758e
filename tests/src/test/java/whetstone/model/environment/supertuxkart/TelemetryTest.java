package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    static final String MOTION = "\u001b[0;;m\u001b[0m[info   ] Script: whetstone 172 -27.8348 0.370835 5.29909 0.00672006 -1.5e-05 0.113447";
    static final String CLOCK = "\u001b[0;;m\u001b[2;37m[verbose  ] fps: time 33.516666 distance 28.599136 dt 0.033000 fps 30.303030";

    @Test
    void theScriptsLineIsAMotion() {
        assertThat(Telemetry.read(MOTION)).contains(new Telemetry.Motion(-27.8348, 0.370835, 5.29909, 0.00672006, -1.5e-05, 0.113447));
    }

    @Test
    void theFrameCountersLineIsTheClock() {
        assertThat(Telemetry.read(CLOCK)).contains(new Telemetry.Clock(33.516666));
    }

    @Test
    void anythingElseTellsNothing() {
        assertThat(Telemetry.read("[warn   ] SPMeshBuffer: kartDirt shader is missing")).isEmpty();
    }

    @Test
    void aNumberBeyondEveryTrackTellsNothing() {
        assertThat(Telemetry.read(MOTION.replace("5.29909", "1e300"))).isEmpty();
    }

    @Test
    void whatIsNoNumberTellsNothing() {
        assertThat(Telemetry.read(MOTION.replace("5.29909", "nan"))).isEmpty();
    }

    @Test
    void aMotionWithAPartMissingTellsNothing() {
        assertThat(Telemetry.read(MOTION.substring(0, MOTION.lastIndexOf(' ')))).isEmpty();
    }

    @Test
    void anEndlessLineTellsNothing() {
        assertThat(Telemetry.read(CLOCK + "0".repeat(Telemetry.LONGEST_LINE))).isEmpty();
    }

    @Property(tries = 300)
    void noLineBreaksIt(@ForAll String before, @ForAll String after, @ForAll int place) {
        String line = place % 2 == 0 ? MOTION : CLOCK;
        int at = Math.floorMod(place, line.length());
        assertThatCode(() -> Telemetry.read(before + line.substring(at) + after)).doesNotThrowAnyException();
    }
}
