package whetstone.model.environment.gymnasium;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import whetstone.model.Action;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.environment.Environment;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.environment.gymnasium.BridgeConnection.Answer;
import whetstone.model.expert.Expert;

/**
 * A Gymnasium environment behind its bridge (docs/gymnasium-bridge.md). A peer that dies, is silent or lies ends the bridge and is told
 * in an {@link EnvironmentException}. A state is the episode's seed and actions: going back drives them again, and where that does not
 * lead to the same picture the environment is no restorable one and says so. Drive thread.
 */
public final class GymnasiumEnvironment implements Environment {
    private final Bridge bridge;
    private final EnvironmentSpec spec;
    private Optional<Episode> episode = Optional.empty();
    private PictureDoubt doubt = new PictureDoubt();
    private int sum;
    private boolean over;

    GymnasiumEnvironment(Bridge bridge) {
        this.bridge = bridge;
        this.spec = bridge.description().spec();
    }

    /** Starts it as a child process. @param python the command of a Python with Gymnasium @throws EnvironmentException with a sentence */
    public static GymnasiumEnvironment start(String python, GymnasiumPlace place) {
        return new GymnasiumEnvironment(Bridge.start(python, place, Bridge.Patience.USUAL));
    }

    /** Connects to a bridge on this machine. @throws EnvironmentException with a sentence */
    public static GymnasiumEnvironment connect(GymnasiumPlace place, String token) {
        return new GymnasiumEnvironment(Bridge.connect(place, token, Bridge.Patience.USUAL));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    /** Whoever advises on the Python side; empty where nobody does. */
    public Optional<Expert> expert() {
        return bridge.description().expert() ? Optional.of(_ -> advised()) : Optional.empty();
    }

    /** Whether it tells falls. */
    public boolean tellsFalls() {
        return bridge.description().falls();
    }

    @Override
    public Observation reset(long seed) {
        doubt = new PictureDoubt();
        return begin(new Episode(seed), bridge.reset(seed));
    }

    @Override
    public Outcome step(Action action) {
        Episode going = episode.filter(_ -> !over).orElseThrow(() -> new IllegalStateException("no episode is going on: reset first"));
        Answer answer = bridge.step(going.add(action));
        Observation seen = seen(answer);
        JsonNode said = answer.header();
        over = truth(said, "terminated") || truth(said, "truncated");
        doubt.of(answer.payload(), pictureBytes(), action).ifPresent(reason -> {
            throw bridge.broken(reason);
        });
        return new Outcome(seen, events(said.path("events")), number(said, "distance"), over, OptionalDouble.of(number(said, "reward")));
    }

    @Override
    public Optional<EnvironmentState> save() {
        return spec.restorable() ? episode.flatMap(going -> going.state(sum)) : Optional.empty();
    }

    /** @throws EnvironmentException if driving the same actions again leads elsewhere */
    @Override
    public Observation restore(EnvironmentState state) {
        Episode.Kept kept = Episode.kept(state, 4 * spec.action().size());
        Optional<byte[]> onwards = over ? Optional.empty() : episode.flatMap(going -> going.onwards(kept));
        Observation seen;
        if (onwards.isPresent() && onwards.get().length > 0) {
            seen = onwards(onwards.get());
        } else {
            Episode again = new Episode(kept.seed());
            again.add(kept.actions());
            seen = begin(again, kept.actions().length == 0 ? bridge.reset(kept.seed()) : bridge.replay(kept.seed(), kept.actions()));
        }
        if (sum != kept.seen()) {
            throw bridge.broken("did not come back to the recorded picture when the same actions were driven again: '" + spec.variant()
                    + "' can't be gone back to");
        }
        return seen;
    }

    private Observation onwards(byte[] actions) {
        int width = 4 * spec.action().size();
        Optional<Observation> seen = Optional.empty();
        for (int from = 0; from < actions.length; from += width) {
            byte[] action = Arrays.copyOfRange(actions, from, from + width);
            episode.orElseThrow().add(action);
            seen = Optional.of(seen(bridge.step(action)));
        }
        return seen.orElseThrow();
    }

    private Observation begin(Episode begun, Answer answer) {
        Observation seen = seen(answer);
        episode = Optional.of(begun);
        over = truth(answer.header(), "terminated") || truth(answer.header(), "truncated");
        return seen;
    }

    private Action advised() {
        JsonNode values = bridge.advise().header().path("action");
        float[] advised = new float[spec.action().size()];
        if (!values.isArray() || values.size() != advised.length) {
            throw bridge.broken("advises an action of " + values.size() + " values where " + advised.length + " are needed");
        }
        for (int i = 0; i < advised.length; i++) {
            if (!values.get(i).isNumber() || !Double.isFinite(values.get(i).doubleValue())) {
                throw bridge.broken("advises what is no number");
            }
            advised[i] = values.get(i).floatValue();
        }
        return spec.action().clamp(advised);
    }

    private Observation seen(Answer answer) {
        byte[] payload = answer.payload();
        sum = Episode.sum(payload);
        Map<String, Picture> pictures = new LinkedHashMap<>();
        int from = 0;
        for (Camera camera : spec.cameras()) {
            int size = camera.width() * camera.height() * camera.channels();
            pictures.put(camera.name(), new Picture(camera.width(), camera.height(), camera.channels(), Arrays.copyOfRange(payload, from, from + size)));
            from += size;
        }
        return new Observation(pictures, state(ByteBuffer.wrap(payload, from, payload.length - from).order(ByteOrder.LITTLE_ENDIAN)));
    }

    private StateVector state(ByteBuffer bytes) {
        float[] values = new float[spec.stateNames().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
            if (!Float.isFinite(values[i])) {
                throw bridge.broken("gave " + values[i] + " for '" + spec.stateNames().get(i) + "', not a number");
            }
        }
        return values.length == 0 ? StateVector.EMPTY : new StateVector(values);
    }

    private int pictureBytes() {
        return (int) BridgeDescription.payload(spec) - 4 * spec.stateNames().size();
    }

    private Set<Event> events(JsonNode said) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (JsonNode event : said) {
            switch (event.asText()) {
                case "fall" -> events.add(Event.FALL);
                case "lap" -> events.add(Event.LAP);
                default -> throw bridge.broken("tells of '" + BridgeConnection.shown(event.asText()) + "', which this program does not know");
            }
        }
        return events;
    }

    private double number(JsonNode said, String field) {
        JsonNode value = said.path(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw bridge.broken("gave a " + field + " that is no number");
        }
        return value.doubleValue();
    }

    private boolean truth(JsonNode said, String field) {
        if (!said.path(field).isBoolean()) {
            throw bridge.broken("does not say whether the episode is " + field);
        }
        return said.path(field).booleanValue();
    }

    @Override
    public void close() {
        bridge.close();
    }
}
