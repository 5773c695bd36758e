package whetstone.labelling;

import java.time.Instant;
import java.util.List;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;

/**
 * What the stick did while a recording played: raw samples with the device's clock, and the playback they were given to.
 * The label of a tick is computed from these two by a pure function, so it can be computed better later.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param device the stick's name as the system tells it
 * @param ticksPerSecond of the recording
 * @param playback in ascending time; the first begins at or before the first sample
 */
public record Stroke(long id, long rollout, String expert, String device, Instant startedAt, double ticksPerSecond, ActionSpec action,
                     List<PlaybackSegment> playback, StrokeSamples samples, Origin origin) {
    /** Where a stroke comes from. */
    public enum Origin {
        /** Given with a stick to a running replay: as late and as large as hands are, so it is repaired. */
        STICK,
        /** Made by editing: exact at its ticks, never repaired. */
        DRAWN
    }

    public Stroke {
        playback = List.copyOf(playback);
        if (samples.dimensions() != action.size()) {
            throw new IllegalArgumentException("a stroke of " + samples.dimensions() + " dimensions does not fit an action of "
                    + action.size());
        }
    }

    /** A stroke given with a stick. */
    public Stroke(long id, long rollout, String expert, String device, Instant startedAt, double ticksPerSecond, ActionSpec action,
                  List<PlaybackSegment> playback, StrokeSamples samples) {
        this(id, rollout, expert, device, startedAt, ticksPerSecond, action, playback, samples, Origin.STICK);
    }

    public Stroke withId(long newId) {
        return new Stroke(newId, rollout, expert, device, startedAt, ticksPerSecond, action, playback, samples, origin);
    }
}
