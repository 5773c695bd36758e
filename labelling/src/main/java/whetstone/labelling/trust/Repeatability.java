package whetstone.labelling.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Repeat;
import whetstone.labelling.RolloutSummary;
import whetstone.model.Rollout;

/**
 * All blind repeats of a dataset: how well each expert agrees with himself, and experts with each other. Computed anew from the journal,
 * nothing of it is kept. Immutable.
 */
public record Repeatability(List<Comparison> comparisons) {
    public static final Repeatability NONE = new Repeatability(List.of());

    public Repeatability {
        comparisons = List.copyOf(comparisons);
    }

    /** Two experts, in alphabetical order. */
    public record Pair(String first, String second) {}

    /** Reads the journals of rollouts with repeats, of those not deleted. Any thread. */
    public static Repeatability of(Dataset dataset) {
        Map<Long, List<Repeat>> byRollout = dataset.experts().repeats().stream().collect(Collectors.groupingBy(Repeat::rollout));
        List<Comparison> found = new ArrayList<>();
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && byRollout.containsKey(summary.id())) {
                found.addAll(of(byRollout.get(summary.id()), dataset.track(summary.id()), dataset.rollout(summary.id())));
            }
        }
        return new Repeatability(found);
    }

    private static List<Comparison> of(List<Repeat> repeats, LabelTrack track, Rollout rollout) {
        double rate = rollout.info().environment().ticksPerSecond();
        IntToDoubleFunction learner = learner(rollout);
        return repeats.stream().flatMap(repeat -> new BlindRepeat(repeat, track, rate, learner).comparisons().stream()).toList();
    }

    /** The learner's steering at a tick, read when it is asked for; NaN where there was none. */
    static IntToDoubleFunction learner(Rollout rollout) {
        return tick -> rollout.withoutPictures(tick).learnerAction().map(action -> (double) action.steer()).orElse(Double.NaN);
    }

    /** Repeats of one expert's own labels. */
    public List<Comparison> ofExpert(String expert) {
        return comparisons.stream().filter(one -> one.bySameExpert() && one.second().equals(expert)).toList();
    }

    /** Every expert with a repeat of his own labels: test-retest, by name. */
    public Map<String, Agreement> withThemselves() {
        Map<String, Agreement> found = new TreeMap<>();
        comparisons.stream().filter(Comparison::bySameExpert).map(Comparison::second).distinct()
                .forEach(expert -> found.put(expert, Agreement.withOneself(ofExpert(expert))));
        return found;
    }

    /** Every two experts who labelled the same clips blind. */
    public Map<Pair, Agreement> withEachOther() {
        Map<Pair, List<Comparison>> clips = new LinkedHashMap<>();
        for (Comparison one : comparisons) {
            if (!one.bySameExpert()) {
                Comparison ordered = one.first().compareTo(one.second()) < 0 ? one : one.swapped();
                clips.computeIfAbsent(new Pair(ordered.first(), ordered.second()), _ -> new ArrayList<>()).add(ordered);
            }
        }
        Map<Pair, Agreement> found = new LinkedHashMap<>();
        clips.forEach((pair, shared) -> found.put(pair, Agreement.withAnother(shared)));
        return found;
    }
}
