package whetstone.labelling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/**
 * The label that a stroke gives to each tick it was shown: a pure function of the raw samples and the playback. {@link #of} gives it raw,
 * {@link StrokeRepair} repaired; the ticks are the same.
 *
 * <p>The raw label of a tick is what the stick said at the moment the position reached it, whatever the speed, so a stroke at 1/8 speed
 * lands on the same ticks as one at full speed, and fast playback passes no tick unlabelled. Where playback jumped into a tick (a step,
 * a seek, the stroke's begin), that moment counts; where it was held, the last sample while it was held. Of two showings the newer one
 * holds. A tick that was never shown, or only before the first sample, has no label.
 */
public final class StrokeTicks {
    private final ActionSpec action;
    private final TreeMap<Integer, float[]> values;

    /** @param values per tick, in the order of the action; owned by these ticks from now on */
    StrokeTicks(ActionSpec action, TreeMap<Integer, float[]> values) {
        this.action = action;
        this.values = values;
    }

    /** The raw labels. @param within the ticks that may be labelled: the whole rollout, or the range that is recorded anew */
    public static StrokeTicks of(Stroke stroke, TickRange within) {
        TreeMap<Integer, float[]> values = new TreeMap<>();
        Showings.of(stroke, within).byTick().forEach((tick, showing) -> values.put(tick, stroke.samples().at(showing.counts())));
        return new StrokeTicks(stroke.action(), values);
    }

    /** The action in force at a tick, moved into its bounds, or none where the tick was not shown. */
    public Optional<Action> action(int tick) {
        return Optional.ofNullable(values.get(tick)).map(action::clamp);
    }

    public boolean labels(int tick) {
        return values.containsKey(tick);
    }

    /** Number of labelled ticks. */
    public int size() {
        return values.size();
    }

    /** The labelled ticks, ascending. */
    public NavigableSet<Integer> ticks() {
        return Collections.unmodifiableNavigableSet(values.navigableKeySet());
    }

    /** The labelled ticks as ranges without holes, ascending and apart from each other. */
    public List<TickRange> ranges() {
        List<TickRange> ranges = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int tick : values.keySet()) {
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
}
