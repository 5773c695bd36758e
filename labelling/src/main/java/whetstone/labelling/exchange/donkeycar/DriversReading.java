package whetstone.labelling.exchange.donkeycar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.StateVector;

/**
 * A record as Donkeycar's own parts write it. {@code user/mode} says who drove: {@code user} a person; {@code local} the pilot;
 * {@code local_angle} the pilot steered and a person had the throttle (templates/complete.py, DriveMode). The action is the steering
 * alone: whoever labels with a wheel says nothing of the throttle, and no car shall learn to stop from that. The throttle is kept in the
 * state. A deleted record is one that its driver rejected.
 *
 * @param measured keys of the state's values
 */
record DriversReading(List<String> measured) implements TubRollout.Reading {
    /** Who stands for the labels that are found in a tub. */
    static final String DRIVER = "Donkeycar driver";
    /** What a joystick's rounding may add to a bound. */
    private static final double ROUNDING = 1e-3;

    @Override
    public Control control(TubRecord record) {
        return switch (mode(record)) {
            case "user" -> Control.HUMAN;
            case "local", "local_angle", "local_pilot" -> Control.POLICY;
            default -> Control.UNKNOWN;
        };
    }

    private static String mode(TubRecord record) {
        return record.text(TubKeys.MODE).orElse("user");
    }

    @Override
    public Optional<Action> learner(TubRecord record) {
        return action(pilot(record));
    }

    @Override
    public Optional<Action> executed(TubRecord record) {
        return action(control(record) == Control.POLICY ? pilot(record) : user(record));
    }

    /** A pilot's network is not bounded; the car does not turn further than it can. */
    private static Optional<Action> action(OptionalDouble angle) {
        return angle.stream().mapToObj(value -> ActionSpec.STEER.clamp((float) value)).findFirst();
    }

    private static OptionalDouble pilot(TubRecord record) {
        return record.number(TubKeys.dimension(TubKeys.PILOT, "steer"));
    }

    private static OptionalDouble user(TubRecord record) {
        String key = TubKeys.dimension(TubKeys.USER, "steer");
        OptionalDouble value = record.number(key);
        if (value.isPresent() && Math.abs(value.getAsDouble()) > 1 + ROUNDING) {
            throw new IllegalArgumentException(key + " is " + value.getAsDouble() + ", outside -1 to 1");
        }
        return value;
    }

    @Override
    public Optional<Action> advised(TubRecord record) {
        return Optional.empty();
    }

    @Override
    public StateVector state(TubRecord record) {
        float[] values = new float[measured.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) record.number(measured.get(i)).orElseThrow();
        }
        return new StateVector(values);
    }

    @Override
    public Set<Event> events(TubRecord record) {
        return Set.of();
    }

    @Override
    public Optional<Said> said(TubRecord record, boolean deleted) {
        return deleted ? Optional.of(rejection(DRIVER)) : Optional.empty();
    }

    static Said rejection(String expert) {
        return new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), expert, 0, 1);
    }
}
