package whetstone.model.environment.gymnasium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import whetstone.model.environment.EnvironmentException;

class BridgeAnswersTest {
    @Property(tries = 300)
    void whateverBytesAreAnsweredOnlyASentenceComesOfIt(@ForAll @Size(max = 200) byte[] answer) throws IOException {
        try (Peer peer = new Peer(Peer.after((_, wire) -> {
            wire.out().write(answer);
            wire.out().flush();
            return false;
        })); GymnasiumEnvironment environment = peer.environment()) {
            assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> environment.reset(1));
        }
    }

    @Property(tries = 300)
    void whateverByteOfAWelcomeIsChangedItIsRefusedOrUnderstood(@ForAll int place, @ForAll byte changed) throws IOException {
        byte[] welcome = Peer.WELCOME.getBytes(StandardCharsets.UTF_8);
        welcome[Math.floorMod(place, welcome.length)] = changed;
        try (Peer peer = new Peer((_, wire) -> wire.announce(welcome, 0, new byte[0]))) {
            try (GymnasiumEnvironment environment = peer.environment()) {
                assertThat(environment.spec().cameras()).hasSize(1);
            } catch (EnvironmentException refused) {
                assertThat(refused).hasMessageContaining("Gymnasium bridge of");
            }
        }
    }
}
