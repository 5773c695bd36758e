package whetstone.app.label;

import java.util.List;
import whetstone.labelling.TickRange;
import whetstone.model.Event;

/**
 * What a timeline draws of one rollout; NaN where a trace has no value. Immutable by agreement: arrays are not changed after.
 *
 * @param learner the learner's steering at every tick
 * @param label the steering of the label in force at every tick
 * @param strokes raw strokes in force: ticks with fraction, and steering
 */
record Traces(double ticksPerSecond, float[] learner, float[] label, List<RawStroke> strokes, List<Span> spans, List<Mark> marks) {
    static final Traces NONE = new Traces(1, new float[0], new float[0], List.of(), List.of(), List.of());

    Traces {
        strokes = List.copyOf(strokes);
        spans = List.copyOf(spans);
        marks = List.copyOf(marks);
    }

    int length() {
        return learner.length;
    }

    /** The stick's samples as positions in the recording. */
    record RawStroke(double[] ticks, float[] steer) {}

    /** A stretch under one kind of label. */
    record Span(Kind kind, TickRange range) {}

    /** The kinds of label, as the timeline colours them. */
    enum Kind { CORRECTION, APPROVAL, REJECTION }

    /** Something that happened at a tick. */
    record Mark(int tick, Event event) {}
}
