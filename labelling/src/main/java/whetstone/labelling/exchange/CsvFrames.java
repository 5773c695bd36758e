package whetstone.labelling.exchange;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** Reads the rows that {@link CsvColumns} writes. What stands in a cell is believed in nothing. */
record CsvFrames(EnvironmentSpec environment, PictureFolder folder) {
    ImportedFrame frame(CsvTable.Row row, int tick) {
        try {
            if (!row.text("tick").equals(String.valueOf(tick))) {
                throw new IllegalArgumentException("this is tick '" + shown(row.text("tick")) + "' of its rollout where " + tick
                        + " was expected");
            }
            Map<String, EncodedPicture> pictures = new HashMap<>();
            for (Camera camera : environment.cameras()) {
                String written = row.text("picture_" + camera.name());
                pictures.put(camera.name(), PictureFile.read(folder.within(written, row.place()), row.place()));
            }
            Step step = new Step(tick, new Observation(Map.of(), state(row)), action(row, "learner"), action(row, "executed"),
                    constant(Control.class, row.text("control")), action(row, "expert"), events(row.text("events")), Optional.empty());
            return new ImportedFrame(step, pictures, said(row, step), row.place());
        } catch (IllegalArgumentException nonsense) {
            throw new DatasetException(row.place() + ": " + nonsense.getMessage() + ". Correct it, or take the row out.", nonsense);
        }
    }

    private StateVector state(CsvTable.Row row) {
        float[] values = new float[environment.stateNames().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(row, "state_" + environment.stateNames().get(i));
        }
        return new StateVector(values);
    }

    /** All dimensions or none. */
    private Optional<Action> action(CsvTable.Row row, String who) {
        return action(row, who, Optional.empty());
    }

    /** @param rest for the dimensions that are empty */
    private Optional<Action> action(CsvTable.Row row, String who, Optional<Action> rest) {
        ActionSpec spec = environment.action();
        float[] values = new float[spec.size()];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            String column = who + "_" + spec.dimensions().get(i).name();
            boolean there = !row.text(column).isEmpty();
            found += there ? 1 : 0;
            values[i] = there ? number(row, column) : rest.isPresent() ? rest.get().get(i) : Float.NaN;
        }
        return found == 0 ? Optional.empty() : Optional.of(new Action(spec, values));
    }

    private Optional<Said> said(CsvTable.Row row, Step step) {
        String kind = row.text("label_kind");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String repair = row.text("label_repair");
        String trust = row.text("label_trust");
        Optional<Action> rest = step.executedAction().or(step::learnerAction).or(() -> Optional.of(environment.action().neutral()));
        return Optional.of(new Said(constant(Said.Kind.class, kind), action(row, "label", rest), action(row, "given", rest),
                row.text("label_by"), repair.isEmpty() ? 0 : (int) number(row, "label_repair"),
                trust.isEmpty() ? 1 : number(row, "label_trust")));
    }

    private static Set<Event> events(String text) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (String word : text.isEmpty() ? new String[0] : text.split(" +")) {
            events.add(constant(Event.class, word));
        }
        return events;
    }

    private static float number(CsvTable.Row row, String column) {
        try {
            float number = Float.parseFloat(row.text(column));
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(column + " is '" + shown(row.text(column)) + "', not a number", noNumber);
        }
        throw new IllegalArgumentException(column + " is '" + shown(row.text(column)) + "', not a number");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + shown(word) + "' is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
