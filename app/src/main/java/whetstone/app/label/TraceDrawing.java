package whetstone.app.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;

/** Turns a rollout and the labels in force into what the timeline draws. Pure. */
final class TraceDrawing {
    private TraceDrawing() {}

    static Traces of(OpenClip open, LabelTrack track) {
        float[] label = new float[open.length()];
        Arrays.fill(label, Float.NaN);
        List<Traces.Span> spans = new ArrayList<>();
        Set<Stroke> strokes = new LinkedHashSet<>();
        for (LabelTrack.Span span : track.spans()) {
            TickRange range = span.range();
            switch (span.entry().label()) {
                case Label.Correction(TickRange _, Stroke stroke) -> {
                    join(spans, Traces.Kind.CORRECTION, range);
                    // What was drawn is its label exactly: a second line would lie on the first.
                    if (stroke.origin() == Stroke.Origin.STICK) {
                        strokes.add(stroke);
                    }
                    for (int tick = range.from(); tick < range.to(); tick++) {
                        label[tick] = track.correction(tick).map(action -> action.steer()).orElse(Float.NaN);
                    }
                }
                case Label.Approval _ -> {
                    join(spans, Traces.Kind.APPROVAL, range);
                    System.arraycopy(open.learner(), range.from(), label, range.from(), range.length());
                }
                case Label.Rejection _ -> join(spans, Traces.Kind.REJECTION, range);
            }
        }
        return new Traces(open.ticksPerSecond(), open.learner(), label, strokes.stream().map(TraceDrawing::raw).toList(), spans,
                open.marks());
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

    /** Every sample at the place in the recording that was shown when it was given. */
    static Traces.RawStroke raw(Stroke stroke) {
        int steer = stroke.action().indexOf("steer");
        int size = stroke.samples().size();
        double[] ticks = new double[size];
        float[] values = new float[size];
        int segment = 0;
        List<PlaybackSegment> playback = stroke.playback();
        for (int i = 0; i < size; i++) {
            long nanos = stroke.samples().nanos(i);
            while (segment + 1 < playback.size() && playback.get(segment + 1).startNanos() <= nanos) {
                segment++;
            }
            ticks[i] = playback.isEmpty() ? 0 : playback.get(segment).tickAt(nanos, stroke.ticksPerSecond());
            values[i] = stroke.samples().value(i, steer);
        }
        return new Traces.RawStroke(ticks, values);
    }
}
