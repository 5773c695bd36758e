package whetstone.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whetstone.labelling.trust.Comparison;
import whetstone.labelling.trust.Disagreement;
import whetstone.labelling.trust.Repeatability;

/**
 * The clips of a dataset worth labelling, most valuable first. Remembers what it read of each finished rollout, so that asking again
 * after every label is quick. Safe for any thread.
 */
public final class ClipQueue {
    private static final int MOST_CLIPS = 500;
    private static final int MOST_CANDIDATES = 2_000;
    private static final double LABELLED_SHARE = 0.8;

    private final Dataset dataset;
    private final Map<Long, RolloutTrace> traces = new ConcurrentHashMap<>();
    private final Map<Long, RolloutLooks> looks = new ConcurrentHashMap<>();

    public ClipQueue(Dataset dataset) {
        this.dataset = dataset;
    }

    /** All clips, whatever they cost. */
    public List<Clip> clips() {
        return clips(Budget.unlimited());
    }

    /**
     * The clips with the most to gain that fit into an expert's time, most first. Reads journals anew, and every step of rollouts not seen
     * before; what experts disagree on comes back although it is labelled. Counts doubt, novelty and likeness in for rollouts whose pictures {@link #look} has read. At most 500 clips.
     */
    public List<Clip> clips(Budget budget) {
        List<Clip> candidates = new ArrayList<>();
        ClipGain gain = new ClipGain(Map.copyOf(looks));
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.length() > 0) {
                RolloutTrace trace = trace(summary);
                LabelTrack labels = dataset.track(summary.id());
                gain.learn(summary.id(), trace, labels);
                candidates.addAll(new ClipCandidates(summary.id(), trace, labels).clips());
            }
        }
        candidates.addAll(disputed());
        candidates.sort(Comparator.comparingDouble(Clip::worth).reversed());
        List<Clip> ranked = gain.ranked(candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size())), MOST_CLIPS);
        return budget.limited() ? within(budget, ranked) : ranked;
    }

    /** What two experts steered differently and nobody has settled: a new label settles it. */
    private List<Clip> disputed() {
        return Disagreement.of(dataset, Repeatability.of(dataset)).stream().map(open -> {
            Comparison between = open.between();
            return new Clip(between.rollout(), between.range(), between.ticksPerSecond(), new Clip.Reason.ExpertsDiffer(between.error()),
                    ClipCandidates.worthOfDifference(between.error()));
        }).toList();
    }

    /** Whether a stretch is still to be labelled, be it as much worth as it may. Reads the rollout's journal. */
    public boolean isOpen(long rollout, TickRange range) {
        return dataset.rollouts().stream().filter(summary -> summary.id() == rollout && !summary.deleted()).anyMatch(summary ->
                new ClipCandidates(rollout, trace(summary), dataset.track(rollout)).isOpen(range));
    }

    /** What gains most for its time first, as long as there is time; then as ranked. */
    private static List<Clip> within(Budget budget, List<Clip> ranked) {
        List<Clip> byTime = new ArrayList<>(ranked);
        byTime.sort(Comparator.comparingDouble((Clip clip) -> clip.worth() / budget.cost(clip)).reversed());
        double left = budget.seconds();
        List<Clip> fitting = new ArrayList<>();
        for (Clip clip : byTime) {
            if (budget.cost(clip) <= left) {
                left -= budget.cost(clip);
                fitting.add(clip);
            }
        }
        return ranked.stream().filter(fitting::contains).toList();
    }

    /**
     * Reads the pictures of rollouts not looked at before, twice a second of the recording. Takes some milliseconds each: for the background.
     *
     * @return whether anything was read that changes the ranking
     */
    public boolean look(BooleanSupplier cancelled) {
        return look(_ -> true, cancelled);
    }

    /** The same of those rollouts alone that say how to steer: enough for {@link #doubts}. */
    public boolean lookAtLabelled(BooleanSupplier cancelled) {
        return look(summary -> summary.labelled() > 0 || summary.info().expert().isPresent(), cancelled);
    }

    private boolean look(Predicate<RolloutSummary> wanted, BooleanSupplier cancelled) {
        boolean news = false;
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.finished() && summary.length() > 0 && !looks.containsKey(summary.id())
                    && wanted.test(summary)) {
                RolloutLooks read = RolloutLooks.of(dataset.rollout(summary.id()), cancelled);
                if (cancelled.getAsBoolean()) {
                    return news;
                }
                looks.put(summary.id(), read);
                news = true;
            }
        }
        return news;
    }

    /**
     * What the labels leave open, by the name of the environment they were given in; none for one with too few. Reads journals anew, and
     * knows rollouts whose pictures were looked at.
     */
    public Map<String, Doubt> doubts() {
        Map<String, LabelledLooks> labelled = new HashMap<>();
        for (RolloutSummary summary : dataset.rollouts()) {
            RolloutLooks seen = looks.get(summary.id());
            if (!summary.deleted() && seen != null) {
                labelled.computeIfAbsent(summary.info().environment().name(), _ -> new LabelledLooks())
                        .learn(summary.id(), seen, trace(summary), dataset.track(summary.id()));
            }
        }
        return labelled.entrySet().stream().map(entry -> Map.entry(entry.getKey(), entry.getValue().doubt()))
                .filter(entry -> entry.getValue().knows()).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The doubt at the frames of a rollout that were looked at, in [0, 1], by tick; empty where it is not known. */
    public SortedMap<Integer, Double> doubt(long rollout, String environment) {
        SortedMap<Integer, Double> byTick = new TreeMap<>();
        Optional.ofNullable(doubts().get(environment)).ifPresent(doubt -> Optional.ofNullable(looks.get(rollout)).ifPresent(seen -> {
            for (int i = 0; i < seen.count(); i++) {
                byTick.put(seen.tick(i), doubt.of(doubt.spread(seen.get(i))));
            }
        }));
        return byTick;
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
