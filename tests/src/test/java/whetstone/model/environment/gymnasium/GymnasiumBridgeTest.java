package whetstone.model.environment.gymnasium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Observation;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;

/** The bridge itself, run by the Python that is here, on a stand-in for Gymnasium of a few lines. */
@Timeout(60)
class GymnasiumBridgeTest {
    @TempDir
    private static Path folder;

    private static String python;

    @BeforeAll
    static void findPython() throws IOException {
        python = Pythons.withStandIn(folder);
    }

    @Test
    void anEnvironmentOfNumbersIsSeenByItsOwnDrawing() {
        try (GymnasiumEnvironment environment = start("Vector-v0")) {
            Observation seen = environment.reset(3);
            assertThat(seen.picture("front").sample(0, 3, 0)).isEqualTo(200);
            assertThat(environment.spec().stateNames()).containsExactly("value.0", "value.1");
        }
    }

    @Test
    void aDictOfAPictureAndNumbersIsACameraAndAState() {
        try (GymnasiumEnvironment environment = start("Both-v0")) {
            Observation seen = environment.reset(3);
            assertThat(seen.picture("eye").width()).isEqualTo(16);
            assertThat(environment.spec().state(seen, "body.0", 0)).isEqualTo(3);
        }
    }

    @Test
    void theFirstDimensionsOfABoxAreSteerAndThrottle() {
        try (GymnasiumEnvironment environment = start("Picture-v0")) {
            assertThat(environment.spec().action()).isEqualTo(ActionSpec.STEER_AND_THROTTLE);
        }
    }

    @Test
    void fullSteeringReachesTheEnvironmentsOwnBound() {
        try (GymnasiumEnvironment environment = start("Vector-v0")) {
            environment.reset(0);
            Environment.Outcome outcome = environment.step(environment.spec().action().clamp(1, 0));
            assertThat(outcome.seen().state().get(0)).isEqualTo(2);
            assertThat(outcome.reward()).hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "-0.2, 0", "0.2, 0", "1, 1"})
    void discreteChoicesLieFromLeftToRight(float steer, float moved) {
        try (GymnasiumEnvironment environment = start("Vector-v0,action=discrete")) {
            environment.reset(5);
            assertThat(environment.step(new Action(ActionSpec.STEER, steer)).seen().state().get(0)).isEqualTo(5 + moved);
        }
    }

    @Test
    void anActionIsHeldForAsManyTicksAsAreSaid() {
        try (GymnasiumEnvironment environment = start("Vector-v0,every=3")) {
            environment.reset(0);
            Environment.Outcome outcome = environment.step(environment.spec().action().clamp(0.5f, 0));
            assertThat(outcome.seen().state().get(0)).isEqualTo(3);
            assertThat(outcome.reward()).hasValue(1 + 2 + 3);
            assertThat(environment.spec().ticksPerSecond()).isEqualTo(10 / 3.0);
        }
    }

    @Test
    void anEpisodesEndIsTold() {
        try (GymnasiumEnvironment environment = start("Vector-v0,every=6")) {
            environment.reset(0);
            assertThat(environment.step(environment.spec().action().clamp(1, 0)).terminated()).isTrue();
            assertThatThrownBy(() -> environment.step(environment.spec().action().neutral())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aStateIsGoneBackToByAnotherProcess() {
        EnvironmentState state;
        Observation seen;
        try (GymnasiumEnvironment environment = start("Both-v0")) {
            environment.reset(2);
            seen = drive(environment, 5);
            state = environment.save().orElseThrow();
        }
        try (GymnasiumEnvironment other = start("Both-v0")) {
            assertThat(other.restore(state)).isEqualTo(seen);
        }
    }

    @Test
    void anEarlierStateOfTheSameEpisodeIsGoneBackTo() {
        try (GymnasiumEnvironment environment = start("Both-v0")) {
            Observation first = environment.reset(2);
            EnvironmentState state = environment.save().orElseThrow();
            drive(environment, 4);
            assertThat(environment.restore(state)).isEqualTo(first);
        }
    }

    @Test
    void aStateThatDoesNotComeBackToItsPictureIsToldInASentence() {
        try (GymnasiumEnvironment environment = start("Both-v0")) {
            environment.reset(2);
            byte[] bytes = environment.save().orElseThrow().toBytes();
            bytes[9]++;
            assertThatThrownBy(() -> environment.restore(new EnvironmentState(bytes))).isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("did not come back");
        }
    }

    @Test
    void whatTheEnvironmentThrowsIsTold() {
        try (GymnasiumEnvironment environment = start("Failing-v0")) {
            environment.reset(1);
            assertThatThrownBy(() -> environment.step(environment.spec().action().neutral())).isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("the wheels came off");
        }
    }

    @Test
    void aRewardThatIsNoNumberIsTold() {
        try (GymnasiumEnvironment environment = start("Nan-v0")) {
            environment.reset(1);
            assertThatThrownBy(() -> environment.step(environment.spec().action().neutral())).isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("reward of nan");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Nowhere           | doesn't exist",
        "Heavy-v0          | pip install heavy",
        "Vector-v0,fly=1   | unexpected keyword",
        "Vector-v0,every=0 | 1 to 1000"
    })
    void anEnvironmentThatCannotBeMadeIsToldInASentence(String place, String said) {
        assertThatThrownBy(() -> start(place)).isInstanceOf(EnvironmentException.class).hasMessageContaining(said);
    }

    @Test
    void aMissingPythonIsToldInASentence() {
        assertThatThrownBy(() -> GymnasiumEnvironment.start("/nowhere/python", GymnasiumPlace.parse("Vector-v0")))
                .isInstanceOf(EnvironmentException.class).hasMessageContaining("Install Python 3.9");
    }

    @Test
    void aProgramThatIsNoPythonIsToldInASentence() throws IOException {
        String other = script("other", "echo hello; sleep 5");
        assertThatThrownBy(() -> GymnasiumEnvironment.start(other, GymnasiumPlace.parse("Vector-v0")))
                .isInstanceOf(EnvironmentException.class).hasMessageContaining("did not start the bridge");
    }

    @Test
    void aProgramThatFailsIsToldWithItsLastWords() throws IOException {
        String failing = script("failing", "echo broken in pieces >&2; exit 1");
        assertThatThrownBy(() -> GymnasiumEnvironment.start(failing, GymnasiumPlace.parse("Vector-v0")))
                .isInstanceOf(EnvironmentException.class).hasMessageContaining("broken in pieces");
    }

    @Test
    void aClientWithoutTheTokenIsRefusedByTheBridge() throws IOException {
        BridgeProcess process = BridgeProcess.start(python, GymnasiumPlace.parse("Vector-v0"), Duration.ofSeconds(30));
        try (process; Socket socket = new Socket(InetAddress.getLoopbackAddress(), process.port())) {
            byte[] hello = "{\"type\":\"hello\",\"protocol\":1,\"token\":\"guess\"}".getBytes(StandardCharsets.UTF_8);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(hello.length);
            out.writeInt(0);
            out.write(hello);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readInt();
            in.readInt();
            assertThat(new String(in.readNBytes(length), StandardCharsets.UTF_8)).contains("error", "token is wrong");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void theBridgeListensOnLoopbackOnly() throws IOException {
        String bridge = new String(getClass().getResourceAsStream("/whetstone/bridge/whetstone_bridge.py").readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(bridge.lines().filter(line -> line.contains(".bind("))).singleElement().asString().contains("\"127.0.0.1\"");
    }

    @Test
    void theBridgeEndsWhenItIsClosed() {
        BridgeProcess process = BridgeProcess.start(python, GymnasiumPlace.parse("Vector-v0"), Duration.ofSeconds(30));
        process.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), process.port()).close()).isInstanceOf(IOException.class);
    }

    private static GymnasiumEnvironment start(String place) {
        return GymnasiumEnvironment.start(python, GymnasiumPlace.parse(place));
    }

    private static Observation drive(GymnasiumEnvironment environment, int steps) {
        return IntStream.range(0, steps).mapToObj(i -> environment.step(environment.spec().action().clamp(0.1f * i, 0)).seen())
                .reduce((_, last) -> last).orElseThrow();
    }

    private static String script(String name, String commands) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + commands + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }
}
