package whetstone.labelling.exchange.donkeycar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Step;

/** What a record says of a frame, by key in the order of the keys. What is not known has no key, as Donkeycar does it. */
final class RecordValues {
    /** Name of the throttle in a state, for recordings of which the action is the steering alone. */
    static final String THROTTLE = "throttle";
    private static final double MILLISECONDS = 1000;

    private final Map<String, Object> values = new TreeMap<>();
    private final Recording recording;
    private final Frame frame;

    private RecordValues(Recording recording, Frame frame) {
        this.recording = recording;
        this.frame = frame;
    }

    /** @param index counted over the whole tub */
    static Map<String, Object> of(Recording recording, Frame frame, int index, String session) {
        RecordValues record = new RecordValues(recording, frame);
        record.place(index, session);
        record.actions();
        record.label();
        record.provenance();
        return record.values;
    }

    private void place(int index, String session) {
        Step step = frame.step();
        long since = Math.round(step.tick() * MILLISECONDS / recording.info().environment().ticksPerSecond());
        values.put(TubKeys.INDEX, index);
        values.put(TubKeys.SESSION, session);
        values.put(TubKeys.TIMESTAMP, recording.info().recordedAt().toEpochMilli() + since);
        TubKeys.cameras(recording.info().environment()).forEach((camera, key) -> {
            if (step.seen().pictures().containsKey(camera)) {
                values.put(key, TubKeys.file(index, key));
            }
        });
        values.put(TubKeys.MODE, step.control() == Control.POLICY ? "local" : "user");
    }

    private void actions() {
        Step step = frame.step();
        values.put(TubKeys.dimension(TubKeys.USER, "steer"), 0f);
        values.put(TubKeys.dimension(TubKeys.USER, THROTTLE),
                (float) recording.info().environment().state(step.seen(), THROTTLE, 0));
        Optional<Action> rest = Optional.of(recording.info().environment().action().neutral());
        // A stroke may say the steering alone: the rest is as it was, which is also what a learner here is told.
        Stream.of(rest, step.learnerAction(), step.executedAction(), frame.wanted()).forEach(action -> put(TubKeys.USER, action));
        put(TubKeys.PILOT, step.learnerAction());
        put(TubKeys.EXECUTED, step.executedAction());
        put(TubKeys.ADVISED, step.expertAction());
        put(TubKeys.GIVEN, frame.said().flatMap(Said::raw));
    }

    private void put(String who, Optional<Action> action) {
        action.ifPresent(known -> {
            for (ActionSpec.Dimension dimension : known.spec().dimensions()) {
                values.put(TubKeys.dimension(who, dimension.name()), known.get(dimension.name()));
            }
        });
    }

    private void label() {
        frame.said().ifPresent(said -> {
            values.put(TubKeys.LABEL, word(said.kind()));
            values.put(TubKeys.EXPERT, said.expert());
            values.put(TubKeys.REPAIR, said.repair());
            values.put(TubKeys.TRUST, (float) said.trust());
        });
    }

    private void provenance() {
        Step step = frame.step();
        values.put(TubKeys.CONTROL, word(step.control()));
        if (!step.events().isEmpty()) {
            values.put(TubKeys.EVENTS, step.events().stream().map(RecordValues::word).sorted().collect(Collectors.joining(" ")));
        }
        for (int i = 0; i < step.seen().state().size(); i++) {
            values.put(TubKeys.STATE + recording.info().environment().stateNames().get(i), step.seen().state().get(i));
        }
        recording.policy().ifPresent(policy -> values.put(TubKeys.POLICY, policy));
        values.put(TubKeys.SPLIT, word(recording.split()));
        if (recording.info().round() > 0) {
            values.put(TubKeys.ROUND, recording.info().round());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
