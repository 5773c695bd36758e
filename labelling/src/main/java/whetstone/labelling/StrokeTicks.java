package whetstone.labelling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;

/**
 * The label that a stroke gives to each tick it was shown: a pure function of the raw samples and the playback.
 *
 * <p>Tick k is shown while the playback's position is in [k, k + 1). Its label is what the stick said at the moment the position
 * reached k, whatever the speed, so a stroke at 1/8 speed lands on the same ticks as one at full speed, and fast playback passes no tick
 * unlabelled. Where playback jumped into a tick (a step, a seek, the stroke's begin), that moment counts; where it was held, the last
 * sample while it was held. Of two showings the newer one holds. A tick that was never shown, or only before the first sample, has no
 * label. The stroke ends with its last sample or its last change of playback, whichever is later.
 */
public final class StrokeTicks {
    /** Positions nearer than this are the same place: rounding, not a jump. */
    static final double SAME_PLACE = 1e-6;

    private final Stroke stroke;
    private final TreeMap<Integer, Integer> samples;

    private StrokeTicks(Stroke stroke, TreeMap<Integer, Integer> samples) {
        this.stroke = stroke;
        this.samples = samples;
    }

    /** @param within the ticks that may be labelled: the whole rollout, or the range that is recorded anew */
    public static StrokeTicks of(Stroke stroke, TickRange within) {
        return new StrokeTicks(stroke, new Shown(stroke, within).samples());
    }

    /** The action in force at a tick, or none where the tick was not shown. */
    public Optional<Action> action(int tick) {
        Integer sample = samples.get(tick);
        return sample == null ? Optional.empty() : Optional.of(actionOf(sample));
    }

    public boolean labels(int tick) {
        return samples.containsKey(tick);
    }

    /** Number of labelled ticks. */
    public int size() {
        return samples.size();
    }

    /** The labelled ticks, ascending. */
    public NavigableSet<Integer> ticks() {
        return Collections.unmodifiableNavigableSet(samples.navigableKeySet());
    }

    /** The labelled ticks as ranges without holes, ascending and apart from each other. */
    public List<TickRange> ranges() {
        List<TickRange> ranges = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int tick : samples.keySet()) {
            if (tick != to) {
                if (from >= 0) {
                    ranges.add(new TickRange(from, to));
                }
                from = tick;
            }
            to = tick + 1;
        }
        if (from >= 0) {
            ranges.add(new TickRange(from, to));
        }
        return List.copyOf(ranges);
    }

    private Action actionOf(int sample) {
        float[] values = new float[stroke.samples().dimensions()];
        for (int i = 0; i < values.length; i++) {
            values[i] = stroke.samples().value(sample, i);
        }
        return stroke.action().clamp(values);
    }

    /** One pass over the playback, in time, noting which sample was in force when a tick was shown. */
    private static final class Shown {
        private final Stroke stroke;
        private final TickRange within;
        private final long end;
        private final TreeMap<Integer, Integer> found = new TreeMap<>();
        private int shown = -1;

        Shown(Stroke stroke, TickRange within) {
            this.stroke = stroke;
            this.within = within;
            this.end = Math.max(lastSample(stroke), stroke.playback().isEmpty() ? 0 : stroke.playback().getLast().startNanos());
        }

        private static long lastSample(Stroke stroke) {
            int size = stroke.samples().size();
            return size == 0 ? Long.MIN_VALUE : stroke.samples().nanos(size - 1);
        }

        TreeMap<Integer, Integer> samples() {
            double position = Double.NaN;
            List<PlaybackSegment> playback = stroke.playback();
            for (int i = 0; i < playback.size(); i++) {
                boolean last = i + 1 == playback.size();
                long until = last ? end : playback.get(i + 1).startNanos();
                PlaybackSegment segment = playback.get(i);
                if (until > segment.startNanos() || last) {
                    if (!(Math.abs(segment.startTick() - position) <= SAME_PLACE)) {
                        shown = tickAt(segment) - 1;
                    }
                    enter(segment);
                    pass(segment, until, last);
                    position = segment.tickAt(until, stroke.ticksPerSecond());
                }
            }
            return found;
        }

        /** Shows what the segment begins with and was not shown yet: after a jump, or a tick reached just as the segment begins. */
        private void enter(PlaybackSegment segment) {
            for (int begun = tickAt(segment); shown < begun; ) {
                shown++;
                note(shown, segment.startNanos());
            }
        }

        private int tickAt(PlaybackSegment segment) {
            return (int) Math.floor(Math.min(segment.startTick() + SAME_PLACE, within.to()));
        }

        private void pass(PlaybackSegment segment, long until, boolean last) {
            double ticksPerNano = stroke.ticksPerSecond() * segment.speed() * 1e-9;
            if (ticksPerNano == 0) {
                if (until > segment.startNanos()) {
                    note(shown, last ? until : until - 1);
                }
                return;
            }
            for (int tick = shown + 1; tick < within.to(); tick++) {
                long reached = Math.max(segment.startNanos(),
                        segment.startNanos() + Math.round((tick - segment.startTick()) / ticksPerNano));
                if (last ? reached > until : reached >= until) {
                    return;
                }
                shown = tick;
                note(tick, reached);
            }
        }

        private void note(int tick, long nanos) {
            int sample = stroke.samples().lastAtOrBefore(nanos);
            if (sample >= 0 && within.contains(tick)) {
                found.put(tick, sample);
            }
        }
    }
}
