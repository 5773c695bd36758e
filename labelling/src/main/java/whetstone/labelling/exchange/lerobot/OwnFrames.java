package whetstone.labelling.exchange.lerobot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Said;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Step;

/** Frames of datasets that were exported here: everything comes back. */
record OwnFrames(ActionSpec spec) implements FrameMeaning {
    @Override
    public Step step(Row row, int tick, Observation seen) {
        return new Step(tick, seen, Numbers.action(row, Survey.LEARNER, spec), Numbers.action(row, Survey.EXECUTED, spec),
                constant(Control.class, row, "control", row.text("control").orElse("")), Numbers.action(row, Survey.EXPERT, spec), events(row),
                Optional.empty());
    }

    private static Set<Event> events(Row row) {
        Set<Event> events = new HashSet<>();
        Arrays.stream(row.text("events").orElse("").split(" ")).filter(word -> !word.isEmpty())
                .forEach(word -> events.add(constant(Event.class, row, "events", word)));
        return events;
    }

    @Override
    public Optional<Said> said(Row row, Step step) {
        String kind = row.text("label_kind").orElse("");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String expert = row.text("label_by").orElse("");
        int repair = Math.clamp(row.integer("repair").orElse(0), 0, Integer.MAX_VALUE);
        double trust = row.number("trust").orElse(1);
        if (!(trust >= 0 && trust <= 1)) {
            throw new DatasetException(row.place() + ": a trust of " + trust + " is not between 0 and 1.");
        }
        return Optional.of(switch (constant(Said.Kind.class, row, "label_kind", kind)) {
            case CORRECTION -> new Said(Said.Kind.CORRECTION, Optional.of(Numbers.action(row, FrameFeatures.ACTION, spec).orElseThrow(() ->
                    new DatasetException(row.place() + ": a correction says no action."))), raw(row), expert, repair, trust);
            case APPROVAL -> new Said(Said.Kind.APPROVAL, step.learnerAction(), Optional.empty(), expert, 0, trust);
            case REJECTION -> new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), expert, 0, 1);
        });
    }

    private Optional<Action> raw(Row row) {
        return Numbers.action(row, Survey.RAW, spec);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Row row, String column, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> FrameFeatures.word(constant).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new DatasetException(row.place() + ": column '" + column + "' says '" + DatasetInfo.shown(word)
                        + "', none of " + Arrays.stream(type.getEnumConstants()).map(FrameFeatures::word).toList() + "."));
    }
}
