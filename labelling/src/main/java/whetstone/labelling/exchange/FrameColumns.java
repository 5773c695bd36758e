package whetstone.labelling.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Step;

/**
 * All of a rollout but its pictures as columns, a row a frame: for formats that keep arrays. Actions that are not known are NaN.
 *
 * @param wanted what is to be imitated; where that is not known what was executed, else what the learner wanted, else nothing at all
 * @param labelled 1 where {@code wanted} is what is to be imitated
 * @param kind of the label: 0 none, 1 correction, 2 approval, 3 rejection
 * @param by who gave the label; empty where there is none
 * @param repair version, 0 where nothing was repaired
 * @param control ordinal of {@link Control}: 0 policy, 1 program expert, 2 human, 3 unknown
 * @param events names in lower case, separated by spaces
 */
public record FrameColumns(float[][] wanted, byte[] labelled, byte[] intervention, byte[] kind, String[] by, byte[] repair, float[] trust,
                           float[][] raw, float[][] learner, float[][] executed, float[][] expert, byte[] control, String[] events,
                           float[][] state) {
    private static final Control[] CONTROLS = Control.values();
    private static final Said.Kind[] KINDS = Said.Kind.values();

    /** Reads every frame of a recording without its pictures. */
    public static FrameColumns of(Recording recording) {
        int length = recording.length();
        FrameColumns columns = empty(length);
        EnvironmentSpec environment = recording.info().environment();
        for (int tick = 0; tick < length; tick++) {
            columns.fill(tick, recording.withoutPictures(tick), environment);
        }
        return columns;
    }

    /** Columns for a number of rows, to be filled. */
    public static FrameColumns empty(int length) {
        return new FrameColumns(new float[length][], new byte[length], new byte[length], new byte[length], new String[length],
                new byte[length], new float[length], new float[length][], new float[length][], new float[length][], new float[length][],
                new byte[length], new String[length], new float[length][]);
    }

    private void fill(int row, Frame frame, EnvironmentSpec environment) {
        Step step = frame.step();
        ActionSpec spec = environment.action();
        wanted[row] = frame.wanted().or(step::executedAction).or(step::learnerAction).orElseGet(spec::neutral).toArray();
        labelled[row] = flag(frame.wanted().isPresent());
        intervention[row] = flag(frame.intervention());
        kind[row] = (byte) frame.said().map(said -> said.kind().ordinal() + 1).orElse(0).intValue();
        by[row] = frame.said().map(Said::expert).orElse("");
        repair[row] = (byte) frame.said().map(Said::repair).orElse(0).intValue();
        trust[row] = frame.said().map(said -> (float) said.trust()).orElse(Float.NaN);
        raw[row] = values(frame.said().flatMap(Said::raw), spec);
        learner[row] = values(step.learnerAction(), spec);
        executed[row] = values(step.executedAction(), spec);
        expert[row] = values(step.expertAction(), spec);
        control[row] = (byte) step.control().ordinal();
        events[row] = step.events().stream().map(event -> event.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(" "));
        state[row] = new float[environment.stateNames().size()];
        for (int i = 0; i < state[row].length; i++) {
            state[row][i] = step.seen().state().get(i);
        }
    }

    private static byte flag(boolean on) {
        return (byte) (on ? 1 : 0);
    }

    private static float[] values(Optional<Action> action, ActionSpec spec) {
        float[] none = new float[spec.size()];
        Arrays.fill(none, Float.NaN);
        return action.map(Action::toArray).orElse(none);
    }

    /** The step of a row, as it was. @throws IllegalArgumentException with a sentence where a value makes no sense */
    public Step step(int row, Observation seen, ActionSpec spec) {
        if (control[row] < 0 || control[row] >= CONTROLS.length) {
            throw new IllegalArgumentException("nobody is known who is in control by number " + control[row]);
        }
        return new Step(row, seen, action(learner[row], spec), action(executed[row], spec), CONTROLS[control[row]], action(expert[row], spec),
                eventsOf(events[row]), Optional.empty());
    }

    /** The label of a row, as it was. @throws IllegalArgumentException with a sentence where a value makes no sense */
    public Optional<Said> said(int row, ActionSpec spec) {
        if (kind[row] == 0) {
            return Optional.empty();
        }
        if (kind[row] < 0 || kind[row] > KINDS.length) {
            throw new IllegalArgumentException("there is no label of kind " + kind[row]);
        }
        Said.Kind said = KINDS[kind[row] - 1];
        Optional<Action> action = switch (said) {
            case CORRECTION -> action(wanted[row], spec);
            case APPROVAL -> action(learner[row], spec);
            case REJECTION -> Optional.empty();
        };
        double trusted = Float.isNaN(trust[row]) ? 1 : trust[row];
        return Optional.of(new Said(said, action, action(raw[row], spec), by[row], repair[row], trusted));
    }

    private static Optional<Action> action(float[] values, ActionSpec spec) {
        if (values.length != spec.size()) {
            throw new IllegalArgumentException("an action has " + values.length + " values where " + spec.size() + " were expected");
        }
        return Float.isNaN(values[0]) ? Optional.empty() : Optional.of(new Action(spec, values.clone()));
    }

    private static Set<Event> eventsOf(String names) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                events.add(Event.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return events;
    }
}
