package whetstone.app.label;

import java.util.List;
import whetstone.labelling.TickRange;
import whetstone.model.Event;

/**
 * What a timeline draws of one rollout; NaN where a trace has no value. Immutable by agreement: arrays are not changed after.
 *
 * @param learner the learner's steering at every tick
 * @param label the steering of the label in force at every tick, repaired
 * @param raw what the stick said at every tick whose label is repaired
 */
record Traces(double ticksPerSecond, float[] learner, float[] label, float[] raw, List<Span> spans, List<Mark> marks) {
    static final Traces NONE = new Traces(1, new float[0], new float[0], new float[0], List.of(), List.of());

    Traces {
        spans = List.copyOf(spans);
        marks = List.copyOf(marks);
    }

    int length() {
        return learner.length;
    }

    /** Whether any label is another than the stick said. */
    boolean anyRepaired() {
        for (float value : raw) {
            if (!Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** A stretch under one kind of label. */
    record Span(Kind kind, TickRange range) {}

    /** The kinds of label, as the timeline colours them. */
    enum Kind { CORRECTION, APPROVAL, REJECTION }

    /** Something that happened at a tick. */
    record Mark(int tick, Event event) {}
}
