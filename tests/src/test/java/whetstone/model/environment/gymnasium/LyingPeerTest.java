package whetstone.model.environment.gymnasium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;

@Timeout(20)
class LyingPeerTest {
    private static final Action LEFT = new Action(ActionSpec.STEER, -1);
    private static final Action RIGHT = new Action(ActionSpec.STEER, 1);

    @Test
    void anHonestPeerIsDriven() throws IOException {
        try (Peer peer = new Peer(Peer::honest); GymnasiumEnvironment environment = peer.environment()) {
            environment.reset(1);
            Environment.Outcome outcome = environment.step(RIGHT);
            assertThat(outcome.reward()).hasValue(1.5);
            assertThat(outcome.seen().picture("front").width()).isEqualTo(Peer.WIDTH);
            assertThat(environment.spec().state(outcome.seen(), "speed", 0)).isEqualTo(3);
        }
    }

    @Test
    void anHonestPeersAdviceIsTaken() throws IOException {
        try (Peer peer = new Peer(Peer::honest); GymnasiumEnvironment environment = peer.environment()) {
            assertThat(environment.expert().orElseThrow().advise(environment.reset(1)).steer()).isEqualTo(0.5f);
        }
    }

    @Test
    void aWrongTokenIsToldInASentence() throws IOException {
        try (Peer peer = new Peer(Peer::honest)) {
            assertThatThrownBy(() -> peer.environment("a guess")).isInstanceOf(EnvironmentException.class).hasMessageContaining("token is wrong");
        }
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws IOException {
        refused(Peer.WELCOME.replace("\"protocol\":1", "\"protocol\":2"), "speaks version 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"width\":4       | \"width\":100000        | 'width' is 100000",
        "\"width\":4       | \"width\":-4            | 'width' is -4",
        "\"width\":4       | \"width\":\"4\"         | 'width' is \"4\"",
        "\"channels\":3    | \"channels\":2          | 2 channels",
        "\"height\":3      | \"height\":1e99         | 'height' is",
        "\"name\":\"steer\"| \"name\":\"fly\"        | 'steer'",
        "\"low\":-1        | \"low\":-5              | 'steer'",
        "\"low\":-1        | \"low\":null            | 'low' is no number",
        "[\"speed\"]       | 7                       | no list",
        "[\"speed\"]       | [7]                     | a name is",
        "\"ticksPerSecond\":10 | \"ticksPerSecond\":0 | ticks per second",
        "\"cameras\":[     | \"cameras\":[],\"x\":[  | 'cameras' is no list"
    })
    void anEnvironmentThatCannotBeIsRefused(String honest, String lie, String said) throws IOException {
        refused(Peer.WELCOME.replace(honest, lie), said);
    }

    @Test
    void moreThanSixtyFourMegabytesOfPicturesAreRefused() throws IOException {
        String camera = "{\"name\":\"%s\",\"width\":4096,\"height\":4096,\"channels\":3}";
        refused(Peer.WELCOME.replace("{\"name\":\"front\",\"width\":4,\"height\":3,\"channels\":3}",
                camera.formatted("a") + "," + camera.formatted("b")), "more than 67108864");
    }

    @ParameterizedTest
    @ValueSource(ints = {Peer.PICTURE, Peer.PICTURE + 5, 0})
    void aPictureOfAnotherSizeEndsTheDrive(int length) throws IOException {
        broken((_, wire) -> wire.say(Peer.SEEN, new byte[length]), "pictures and values");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1})
    void anEndlessPictureIsNotWaitedFor(int announced) throws IOException {
        broken((_, wire) -> wire.announce(Peer.SEEN.getBytes(StandardCharsets.UTF_8), announced, new byte[0]), "announced");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, 0, BridgeConnection.LONGEST_HEADER + 1})
    void anEndlessHeaderIsNotWaitedFor(int announced) throws IOException {
        broken((_, wire) -> {
            wire.out().writeInt(announced);
            wire.out().writeInt(0);
            wire.out().flush();
            return wire.keepSilent();
        }, "announced a header");
    }

    @Test
    void aValueThatIsNoNumberEndsTheDrive() throws IOException {
        broken((_, wire) -> wire.say(Peer.SEEN, Peer.observation(1, Float.NaN)), "NaN for 'speed'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"reward\":1.5        | \"reward\":\"much\"    | a reward that is no number",
        "\"reward\":1.5        | \"reward\":1e999       | a reward that is no number",
        "\"distance\":0.25     | \"distance\":null      | a distance that is no number",
        "\"terminated\":false  | \"terminated\":\"no\"  | whether the episode is terminated",
        "\"events\":[]         | \"events\":[\"flood\"] | tells of 'flood'",
        "\"type\":\"seen\"     | \"type\":\"advice\"    | answered 'advice'",
        "\"type\":\"seen\"     | \"typ\":\"seen\"       | no message",
        "{\"type\"             | {{\"type\"             | no JSON"
    })
    void anAnswerThatCannotBeEndsTheDrive(String honest, String lie, String said) throws IOException {
        broken((_, wire) -> wire.say(Peer.SEEN.replace(honest, lie), Peer.observation(1, 3)), said);
    }

    @Test
    void deeplyNestedAnswersAreNoMessage() throws IOException {
        broken((_, wire) -> wire.say("[".repeat(60_000), Peer.observation(1, 3)), "no JSON");
    }

    @Test
    void adviceOfAnotherSizeEndsTheDrive() throws IOException {
        try (Peer peer = new Peer(Peer.after((request, wire) -> request.path("type").asText().equals("advise")
                ? wire.say("{\"type\":\"advice\",\"action\":[0.1,0.2]}", new byte[0]) : Peer.honest(request, wire)));
                GymnasiumEnvironment environment = peer.environment()) {
            var seen = environment.reset(1);
            assertThatThrownBy(() -> environment.expert().orElseThrow().advise(seen)).isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("2 values where 1");
        }
    }

    @Test
    void aPeerThatDiesInTheMiddleIsTold() throws IOException {
        broken((_, _) -> false, "has ended");
    }

    @Test
    void aPeerThatDiesInTheMiddleOfAPictureIsTold() throws IOException {
        broken((_, wire) -> {
            wire.announce(Peer.SEEN.getBytes(StandardCharsets.UTF_8), Peer.PICTURE + 4, new byte[10]);
            return false;
        }, "has ended");
    }

    @Test
    void aSilentPeerIsNotWaitedForLongerThanItsTime() throws IOException {
        broken((_, wire) -> wire.keepSilent(), "did not answer within 400 ms");
    }

    @Test
    void aPeerThatSendsDropByDropIsNotWaitedForLongerThanItsTime() throws IOException {
        broken((_, wire) -> {
            wire.out().writeInt(60_000);
            wire.out().writeInt(0);
            while (!wire.over().await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                wire.out().write(' ');
                wire.out().flush();
            }
            return false;
        }, "did not answer within 400 ms");
    }

    @Test
    void picturesOfOneColourAreNotBelieved() throws IOException {
        byte[] black = new byte[Peer.PICTURE + 4];
        driven((_, wire) -> wire.say(Peer.SEEN, black), PictureDoubt.BLANK, "one colour");
    }

    @Test
    void aPictureThatNeverChangesIsNotBelieved() throws IOException {
        driven((_, wire) -> wire.say(Peer.SEEN, Peer.observation(7, 3)), PictureDoubt.FROZEN + 3, "the very same picture");
    }

    @Test
    void afterALieNothingIsAskedAnyMore() throws IOException {
        try (Peer peer = new Peer(Peer.after((_, wire) -> wire.say(Peer.SEEN, Peer.observation(1, Float.NaN))));
                GymnasiumEnvironment environment = peer.environment()) {
            assertThatThrownBy(() -> environment.reset(1)).isInstanceOf(EnvironmentException.class);
            assertThatThrownBy(() -> environment.reset(2)).isInstanceOf(EnvironmentException.class).hasMessageContaining("has ended");
        }
    }

    @Test
    void aPortWithoutABridgeIsToldInASentence() throws IOException {
        GymnasiumPlace place;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            place = GymnasiumPlace.parse("@" + closedAtOnce.getLocalPort());
        }
        assertThatThrownBy(() -> GymnasiumEnvironment.connect(place, Peer.TOKEN)).isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("start the bridge first");
    }

    private static void refused(String welcome, String said) throws IOException {
        try (Peer peer = new Peer((_, wire) -> wire.say(welcome, new byte[0]))) {
            assertThatThrownBy(peer::environment).isInstanceOf(EnvironmentException.class).hasMessageContaining(said);
        }
    }

    private static void broken(Peer.Manner manner, String said) throws IOException {
        try (Peer peer = new Peer(Peer.after(manner)); GymnasiumEnvironment environment = peer.environment()) {
            assertThatThrownBy(() -> {
                environment.reset(1);
                environment.step(LEFT);
            }).isInstanceOf(EnvironmentException.class).hasMessageContaining(said).hasMessageEndingWith(".");
        }
    }

    private static void driven(Peer.Manner manner, int steps, String said) throws IOException {
        try (Peer peer = new Peer(Peer.after(manner)); GymnasiumEnvironment environment = peer.environment()) {
            environment.reset(1);
            assertThatThrownBy(() -> {
                for (int i = 0; i < steps; i++) {
                    environment.step(i % 2 == 0 ? LEFT : RIGHT);
                }
            }).isInstanceOf(EnvironmentException.class).hasMessageContaining(said);
        }
    }
}
