package whetstone.labelling.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.Stroke;
import whetstone.labelling.replay.PlaybackSegment;

/** How fast a recording played when each of its ticks was shown to a stroke; of two showings the later one holds. */
final class PlaybackSpeeds {
    private final Map<Integer, Double> speeds = new HashMap<>();

    PlaybackSpeeds(Stroke stroke) {
        List<PlaybackSegment> playback = stroke.playback();
        int samples = stroke.samples().size();
        long end = samples == 0 ? 0 : stroke.samples().nanos(samples - 1);
        for (int i = 0; i < playback.size(); i++) {
            PlaybackSegment segment = playback.get(i);
            long until = i + 1 < playback.size() ? playback.get(i + 1).startNanos() : Math.max(end, segment.startNanos());
            int last = (int) Math.floor(segment.tickAt(until, stroke.ticksPerSecond()) + 1e-6);
            for (int tick = (int) Math.floor(segment.startTick() + 1e-6); tick <= last; tick++) {
                speeds.put(tick, segment.speed());
            }
        }
    }

    /** Times real time; 0 where it was held or not shown. */
    double at(int tick) {
        return speeds.getOrDefault(tick, 0.0);
    }
}
