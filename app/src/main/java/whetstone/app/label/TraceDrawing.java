package whetstone.app.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;

/** Turns a rollout and the labels in force into what the timeline draws. Pure. */
final class TraceDrawing {
    private TraceDrawing() {}

    static Traces of(OpenClip open, LabelTrack track) {
        float[] label = new float[open.length()];
        Arrays.fill(label, Float.NaN);
        float[] raw = label.clone();
        List<Traces.Span> spans = new ArrayList<>();
        for (LabelTrack.Span span : track.spans()) {
            TickRange range = span.range();
            switch (span.entry().label()) {
                case Label.Correction(TickRange _, Stroke stroke) -> {
                    join(spans, Traces.Kind.CORRECTION, range);
                    boolean repaired = track.repair().repairs(stroke);
                    for (int tick = range.from(); tick < range.to(); tick++) {
                        label[tick] = track.correction(tick).map(action -> action.steer()).orElse(Float.NaN);
                        raw[tick] = repaired ? track.raw(tick).map(action -> action.steer()).orElse(Float.NaN) : Float.NaN;
                    }
                }
                case Label.Approval _ -> {
                    join(spans, Traces.Kind.APPROVAL, range);
                    System.arraycopy(open.learner(), range.from(), label, range.from(), range.length());
                }
                case Label.Rejection _ -> join(spans, Traces.Kind.REJECTION, range);
            }
        }
        return new Traces(open.ticksPerSecond(), open.learner(), label, raw, spans, open.marks());
    }

    /** Neighbours of one kind are one stretch to the eye. */
    private static void join(List<Traces.Span> spans, Traces.Kind kind, TickRange range) {
        if (!spans.isEmpty() && spans.getLast().kind() == kind && spans.getLast().range().to() == range.from()) {
            Traces.Span before = spans.removeLast();
            spans.add(new Traces.Span(kind, new TickRange(before.range().from(), range.to())));
        } else {
            spans.add(new Traces.Span(kind, range));
        }
    }
}
