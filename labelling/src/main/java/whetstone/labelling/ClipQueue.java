package whetstone.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The clips of a dataset worth labelling, most valuable first. Remembers what it read of each finished rollout, so that asking again
 * after every label is quick. Safe for any thread.
 */
public final class ClipQueue {
    private static final int MOST_CLIPS = 500;
    private static final double LABELLED_SHARE = 0.8;

    private final Dataset dataset;
    private final Map<Long, RolloutTrace> traces = new ConcurrentHashMap<>();

    public ClipQueue(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Reads journals anew, and every step of rollouts not seen before. At most 500 clips. */
    public List<Clip> clips() {
        List<Clip> clips = new ArrayList<>();
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.length() > 0) {
                RolloutTrace trace = trace(summary);
                LabelTrack labels = dataset.track(summary.id());
                clips.addAll(new ClipCandidates(summary.id(), trace, labels).clips());
            }
        }
        clips.sort(Comparator.comparingDouble(Clip::worth).reversed());
        return List.copyOf(clips.subList(0, Math.min(MOST_CLIPS, clips.size())));
    }

    /**
     * Clips as they would be were nothing labelled yet, of those stretches that are: each carries labels of this kind in force on at
     * least 4 of 5 ticks, so that it can be labelled once more. In no particular order.
     */
    public List<Clip> labelled(Predicate<JournalEntry.Labelled> kind) {
        List<Clip> clips = new ArrayList<>();
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.labelled() > 0) {
                RolloutTrace trace = trace(summary);
                LabelTrack labels = dataset.track(summary.id());
                new ClipCandidates(summary.id(), trace, labels.part(_ -> false)).clips().stream()
                        .filter(clip -> labelled(clip.range(), labels, kind)).forEach(clips::add);
            }
        }
        return clips;
    }

    private static boolean labelled(TickRange range, LabelTrack labels, Predicate<JournalEntry.Labelled> kind) {
        long ticks = IntStream.range(range.from(), range.to()).filter(tick -> labels.entry(tick).filter(kind).isPresent()).count();
        return ticks >= LABELLED_SHARE * range.length();
    }

    private RolloutTrace trace(RolloutSummary summary) {
        RolloutTrace known = traces.get(summary.id());
        if (known != null && known.length() == summary.length()) {
            return known;
        }
        RolloutTrace read = RolloutTrace.of(dataset.rollout(summary.id()));
        traces.put(summary.id(), read);
        return read;
    }
}
