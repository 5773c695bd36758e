package whetstone.model.environment.gymnasium;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.environment.gymnasium.BridgeConnection.Answer;
import whetstone.model.environment.gymnasium.BridgeConnection.BrokenException;

/**
 * A bridge that welcomed us, and its process where we started it. Whatever goes wrong ends both and gives one sentence; nothing can be
 * asked afterwards. One thread, except {@link #close}.
 */
final class Bridge implements AutoCloseable {
    static final int PROTOCOL = 1;
    private static final byte[] NOTHING = {};

    private final GymnasiumPlace place;
    private final BridgeConnection connection;
    private final Optional<BridgeProcess> process;
    private final Patience patience;
    private BridgeDescription description;
    private volatile boolean closed;

    /**
     * How long is waited.
     *
     * @param start for Python to import Gymnasium and make the environment
     * @param reset for an episode to begin, or to be driven again
     * @param step for one decision
     */
    record Patience(Duration start, Duration reset, Duration step) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(20));
    }

    private Bridge(GymnasiumPlace place, BridgeConnection connection, Optional<BridgeProcess> process, Patience patience) {
        this.place = place;
        this.connection = connection;
        this.process = process;
        this.patience = patience;
    }

    /** Starts a bridge as a child process and connects to it. @throws EnvironmentException with a sentence if that fails */
    static Bridge start(String python, GymnasiumPlace place, Patience patience) {
        BridgeProcess process = BridgeProcess.start(python, place, patience.start());
        boolean welcomed = false;
        try {
            Bridge bridge = new Bridge(place, BridgeConnection.to(process.port()), Optional.of(process), patience);
            bridge.greet(process.token());
            welcomed = true;
            return bridge;
        } catch (IOException unreachable) {
            throw new EnvironmentException("The bridge of '" + place.id() + "' was started, but can't be reached: " + unreachable.getMessage(),
                    unreachable);
        } finally {
            if (!welcomed) {
                process.close();
            }
        }
    }

    /** Connects to a bridge that someone started. @throws EnvironmentException with a sentence if that fails */
    static Bridge connect(GymnasiumPlace place, String token, Patience patience) {
        int port = place.port().orElseThrow();
        try {
            Bridge bridge = new Bridge(place, BridgeConnection.to(port), Optional.empty(), patience);
            bridge.greet(token);
            return bridge;
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new EnvironmentException("Nothing listens on port " + port + " of this machine (" + unreachable.getMessage()
                    + "): start the bridge first, see docs/gymnasium-bridge.md.", unreachable);
        }
    }

    BridgeDescription description() {
        return description;
    }

    private void greet(String token) {
        guarded(() -> {
            Answer welcome = connection.ask(Map.of("type", "hello", "protocol", PROTOCOL, "token", token), NOTHING, patience.start(), 0);
            require(welcome, "welcome");
            if (welcome.header().path("protocol").asInt() != PROTOCOL) {
                throw new BrokenException("speaks version " + BridgeConnection.shown(welcome.header().path("protocol").toString())
                        + " of the protocol; this program speaks " + PROTOCOL);
            }
            description = BridgeDescription.of(welcome.header(), place);
            return description;
        });
    }

    Answer reset(long seed) {
        return asked(request("reset", seed), NOTHING, patience.reset(), observationBytes(), "seen");
    }

    /** @param actions an episode's, one after the other */
    Answer replay(long seed, byte[] actions) {
        return asked(request("replay", seed), actions, patience.reset(), observationBytes(), "seen");
    }

    Answer step(byte[] action) {
        return asked(Map.of("type", "step"), action, patience.step(), observationBytes(), "seen");
    }

    Answer advise() {
        return asked(Map.of("type", "advise"), NOTHING, patience.step(), 0, "advice");
    }

    /** Ends the bridge. @return what to throw */
    EnvironmentException broken(String what) {
        Optional<String> words = process.flatMap(BridgeProcess::lastWords);
        close();
        return new EnvironmentException("The Gymnasium bridge of '" + place.id() + "' " + what + ". Nothing drives any more: start again"
                + words.map(said -> "; its last words were: " + said).orElse("") + ".");
    }

    private Answer asked(Map<String, ?> header, byte[] payload, Duration time, int bytes, String type) {
        return guarded(() -> require(connection.ask(header, payload, time, bytes), type));
    }

    private static Answer require(Answer answer, String type) throws BrokenException {
        String answered = answer.header().get("type").textValue();
        if (!answered.equals(type)) {
            throw new BrokenException("answered '" + BridgeConnection.shown(answered) + "' where '" + type + "' was to come");
        }
        return answer;
    }

    private interface Asking<T> {
        T ask() throws BrokenException;
    }

    private <T> T guarded(Asking<T> asking) {
        if (closed) {
            throw new EnvironmentException("The Gymnasium bridge of '" + place.id() + "' has ended: start again.");
        }
        try {
            return asking.ask();
        } catch (BrokenException broken) {
            throw broken(broken.getMessage());
        }
    }

    private static Map<String, Object> request(String type, long seed) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", type);
        request.put("seed", seed);
        return request;
    }

    private int observationBytes() {
        return (int) BridgeDescription.payload(description.spec());
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
        process.ifPresent(BridgeProcess::close);
    }
}
