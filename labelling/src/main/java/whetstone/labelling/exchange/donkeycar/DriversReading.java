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
 * {@code local_angle} the pilot steered and a person had the throttle (templates/complete.py, DriveMode). A deleted record is one that
 * its driver rejected.
 *
 * @param measured keys of the state's values
 */
record DriversReading(ActionSpec action, List<String> measured) implements TubRollout.Reading {
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
        return action(pilot(record, "steer"), pilot(record, "throttle"));
    }

    @Override
    public Optional<Action> executed(TubRecord record) {
        boolean pilotSteers = control(record) == Control.POLICY;
        boolean pilotHasThrottle = pilotSteers && !mode(record).equals("local_angle");
        return action(pilotSteers ? pilot(record, "steer") : user(record, "steer"),
                pilotHasThrottle ? pilot(record, "throttle") : user(record, "throttle"));
    }

    /** Both are known or the action is not. */
    private Optional<Action> action(OptionalDouble angle, OptionalDouble throttle) {
        boolean two = action.size() == 2;
        if (angle.isEmpty() || two && throttle.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(two ? action.clamp((float) angle.getAsDouble(), (float) throttle.getAsDouble())
                : action.clamp((float) angle.getAsDouble()));
    }

    /** A pilot's network is not bounded; the car does not turn further than it can. */
    private static OptionalDouble pilot(TubRecord record, String dimension) {
        return record.number(TubKeys.dimension(TubKeys.PILOT, dimension));
    }

    private static OptionalDouble user(TubRecord record, String dimension) {
        String key = TubKeys.dimension(TubKeys.USER, dimension);
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
