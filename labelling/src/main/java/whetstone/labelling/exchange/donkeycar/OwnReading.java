package whetstone.labelling.exchange.donkeycar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.StateVector;

/**
 * A record as {@link RecordValues} writes it: nothing of it is guessed. What was deleted or restored in Donkeycar since it was exported
 * holds: a frame that was deleted there is rejected, a rejected one that was restored there is not any more.
 */
record OwnReading(EnvironmentSpec environment) implements TubRollout.Reading {
    @Override
    public Control control(TubRecord record) {
        return constant(Control.class, record.text(TubKeys.CONTROL).orElse("unknown"), TubKeys.CONTROL);
    }

    @Override
    public Optional<Action> learner(TubRecord record) {
        return action(record, TubKeys.PILOT);
    }

    @Override
    public Optional<Action> executed(TubRecord record) {
        return action(record, TubKeys.EXECUTED);
    }

    @Override
    public Optional<Action> advised(TubRecord record) {
        return action(record, TubKeys.ADVISED);
    }

    @Override
    public StateVector state(TubRecord record) {
        float[] values = new float[environment.stateNames().size()];
        for (int i = 0; i < values.length; i++) {
            String key = TubKeys.STATE + environment.stateNames().get(i);
            values[i] = (float) record.number(key).orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
        }
        return new StateVector(values);
    }

    @Override
    public Set<Event> events(TubRecord record) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        record.text(TubKeys.EVENTS).filter(text -> !text.isBlank()).ifPresent(text -> {
            for (String word : text.split(" ")) {
                events.add(constant(Event.class, word, TubKeys.EVENTS));
            }
        });
        return events;
    }

    @Override
    public Optional<Said> said(TubRecord record, boolean deleted) {
        Optional<Said> label = record.text(TubKeys.LABEL).map(word -> label(record, constant(Said.Kind.class, word, TubKeys.LABEL)));
        boolean rejected = label.filter(said -> said.kind() == Said.Kind.REJECTION).isPresent();
        if (!deleted) {
            return rejected ? Optional.empty() : label;
        }
        boolean driven = control(record) == Control.HUMAN || control(record) == Control.EXPERT;
        boolean imitated = label.isPresent() ? label.get().action().isPresent() : driven && executed(record).isPresent();
        return imitated ? Optional.of(DriversReading.rejection(label.map(Said::expert).orElse(DriversReading.DRIVER))) : label;
    }

    private Said label(TubRecord record, Said.Kind kind) {
        Optional<Action> action = switch (kind) {
            case CORRECTION -> action(record, TubKeys.USER);
            case APPROVAL -> learner(record);
            case REJECTION -> Optional.empty();
        };
        return new Said(kind, action, part(record, TubKeys.GIVEN), record.text(TubKeys.EXPERT).orElse(DriversReading.DRIVER),
                (int) record.number(TubKeys.REPAIR).orElse(0), record.number(TubKeys.TRUST).orElse(1));
    }

    /** All dimensions or none. */
    private Optional<Action> action(TubRecord record, String who) {
        Optional<Action> found = part(record, who);
        if (found.isPresent() && found.get().size() < environment.action().size()) {
            throw new IllegalArgumentException("of the action " + who + " only " + found.get().spec().dimensions().stream()
                    .map(ActionSpec.Dimension::name).toList() + " is there");
        }
        return found;
    }

    /** The dimensions that are there: a stroke may say the steering alone. */
    private Optional<Action> part(TubRecord record, String who) {
        List<ActionSpec.Dimension> dimensions = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (ActionSpec.Dimension dimension : environment.action().dimensions()) {
            record.number(TubKeys.dimension(who, dimension.name())).ifPresent(value -> {
                dimensions.add(dimension);
                values.add((float) value);
            });
        }
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        boolean whole = array.length == environment.action().size();
        return Optional.of(new Action(whole ? environment.action() : new ActionSpec(dimensions), array));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word, String key) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(key + " is '" + (word.length() > 40 ? word.substring(0, 40) + "..." : word) + "', which is no "
                + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
