package whetstone.labelling;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whetstone.labelling.replay.PlaybackSegment;

/**
 * When each tick was shown while a stroke was given: one pass over the playback, in time. Tick k is shown while the position is in
 * [k, k + 1); of two showings the newer one holds. The stroke ends with its last sample or its last change of playback, whichever is later.
 */
final class Showings {
    /** Positions nearer than this are the same place: rounding, not a jump. */
    private static final double SAME_PLACE = 1e-6;

    private final Stroke stroke;
    private final TickRange within;
    private final long end;
    private final TreeMap<Integer, Showing> found = new TreeMap<>();
    private final NavigableSet<Long> jumps = new TreeSet<>();
    private int shown = -1;

    private Showings(Stroke stroke, TickRange within) {
        this.stroke = stroke;
        this.within = within;
        this.end = end(stroke);
    }

    /**
     * One tick's showing.
     *
     * @param since when the position reached it, or was stopped on it
     * @param until when the position left it, or the end of a stop on it
     * @param counts the moment whose stick is its raw label: when it was reached, or the end of a stop on it
     * @param speed of playback; 0 where it was stopped on
     */
    record Showing(long since, long until, long counts, double speed) {
        boolean stopped() {
            return speed == 0;
        }
    }

    static Showings of(Stroke stroke, TickRange within) {
        Showings showings = new Showings(stroke, within);
        showings.follow();
        return showings;
    }

    static long end(Stroke stroke) {
        int size = stroke.samples().size();
        long last = size == 0 ? Long.MIN_VALUE : stroke.samples().nanos(size - 1);
        return Math.max(last, stroke.playback().isEmpty() ? 0 : stroke.playback().getLast().startNanos());
    }

    NavigableMap<Integer, Showing> byTick() {
        return found;
    }

    long end() {
        return end;
    }

    /** The jump that what was shown at a time had begun with: the stroke's begin, a seek, a step or a loop's turn. */
    long begunAt(long nanos) {
        return jumps.floor(nanos);
    }

    /** The jump that what was shown at a time ended with; far away where there was none. */
    long endedAt(long nanos) {
        Long jump = jumps.higher(nanos);
        return jump == null ? Long.MAX_VALUE / 2 : jump;
    }

    private void follow() {
        double position = Double.NaN;
        List<PlaybackSegment> playback = stroke.playback();
        for (int i = 0; i < playback.size(); i++) {
            boolean last = i + 1 == playback.size();
            long until = last ? end : playback.get(i + 1).startNanos();
            PlaybackSegment segment = playback.get(i);
            if (until > segment.startNanos() || last) {
                if (!(Math.abs(segment.startTick() - position) <= SAME_PLACE)) {
                    shown = tickAt(segment) - 1;
                    jumps.add(segment.startNanos());
                }
                enter(segment, until);
                pass(segment, until, last);
                position = segment.tickAt(until, stroke.ticksPerSecond());
            }
        }
    }

    /** Shows what the segment begins with and was not shown yet: after a jump, or a tick reached just as the segment begins. */
    private void enter(PlaybackSegment segment, long until) {
        for (int begun = tickAt(segment); shown < begun; ) {
            shown++;
            long start = segment.startNanos();
            note(shown, new Showing(start, Math.min(until, reached(segment, shown + 1)), start, segment.speed()));
        }
    }

    private int tickAt(PlaybackSegment segment) {
        return (int) Math.floor(Math.min(segment.startTick() + SAME_PLACE, within.to()));
    }

    private void pass(PlaybackSegment segment, long until, boolean last) {
        if (segment.speed() == 0) {
            if (until > segment.startNanos()) {
                long stopEnds = last ? until : until - 1;
                note(shown, new Showing(segment.startNanos(), stopEnds, stopEnds, 0));
            }
            return;
        }
        for (int tick = shown + 1; tick < within.to(); tick++) {
            long reached = reached(segment, tick);
            if (last ? reached > until : reached >= until) {
                return;
            }
            shown = tick;
            note(tick, new Showing(reached, Math.min(until, reached(segment, tick + 1)), reached, segment.speed()));
        }
    }

    /** When a segment's position reaches a tick; far away where it is stopped. */
    private long reached(PlaybackSegment segment, int tick) {
        double ticksPerNano = stroke.ticksPerSecond() * segment.speed() * 1e-9;
        return ticksPerNano == 0 ? Long.MAX_VALUE
                : Math.max(segment.startNanos(), segment.startNanos() + Math.round((tick - segment.startTick()) / ticksPerNano));
    }

    private void note(int tick, Showing showing) {
        if (within.contains(tick) && stroke.samples().lastAtOrBefore(showing.counts) >= 0) {
            found.put(tick, showing);
        }
    }
}
