package whetstone.labelling.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import whetstone.labelling.Clip;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;

/**
 * Which clips of a sitting are blind repeats: one at a drawn place among every {@code 1 / share} clips that are labelled, so that nobody
 * can tell which is next. What is repeated are clips that this expert labelled in an earlier sitting, or another expert at any time.
 * Pure: the same seed draws the same places and the same order.
 *
 * @param share of the clips that are repeats, 0 (none) to 0.2
 * @param began when this sitting began
 */
public record RepeatPlan(String expert, double share, long seed, Instant began) {
    public static final double DEFAULT_SHARE = 0.05;
    public static final double MOST = 0.2;
    /** What was labelled less than this before the sitting is remembered. */
    static final Duration FORGETTING = Duration.ofHours(1);

    public RepeatPlan {
        if (!(share >= 0 && share <= MOST)) {
            throw new IllegalArgumentException("a share of blind repeats of " + share + " is not between 0 and " + MOST);
        }
    }

    /**
     * A queue with repeats among its clips.
     *
     * @param clips in the order to be shown
     * @param repeats those of them that are repeats
     */
    public record Mixed(List<Clip> clips, Set<Clip> repeats) {
        public Mixed {
            clips = List.copyOf(clips);
            repeats = Set.copyOf(repeats);
        }
    }

    /** Whether a label in force may be asked for again. */
    public Predicate<JournalEntry.Labelled> repeatable() {
        return entry -> switch (entry.label()) {
            case Label.Correction correction -> isForgotten(entry, correction.stroke().expert());
            case Label.Approval _ -> isForgotten(entry, entry.expert());
            case Label.Rejection _ -> false;
        };
    }

    private boolean isForgotten(JournalEntry.Labelled entry, String giver) {
        boolean own = giver.equals(expert) || entry.expert().equals(expert);
        return !own || entry.at().isBefore(began.minus(FORGETTING));
    }

    /**
     * Puts repeats at their places; a repeat is said to be worth what its neighbour is.
     *
     * @param ranked most valuable first
     * @param candidates clips whose labels are {@link #repeatable}, in any order
     * @param done clips labelled in this sitting so far, repeats among them
     */
    public Mixed mix(List<Clip> ranked, List<Clip> candidates, int done) {
        List<Clip> waiting = new ArrayList<>(share == 0 ? List.of() : candidates);
        // What experts disagree on is ranked although it is labelled: it is not hidden as well.
        waiting.removeIf(one -> ranked.stream().anyMatch(clip -> clip.rollout() == one.rollout() && clip.range().equals(one.range())));
        // By the draw alone: whatever else is labelled meanwhile, the same repeat stays at its place.
        waiting.sort(Comparator.comparingLong(this::drawn));
        List<Clip> clips = new ArrayList<>();
        Set<Clip> repeats = new HashSet<>();
        for (Clip next : ranked) {
            while (!waiting.isEmpty() && isRepeat(done + clips.size())) {
                clips.add(waiting.removeFirst().withWorth(next.worth()));
                repeats.add(clips.getLast());
            }
            clips.add(next);
        }
        return new Mixed(clips, repeats);
    }

    /** Whether the clip at a place of the sitting, from 0, is a repeat. */
    boolean isRepeat(int place) {
        if (share == 0) {
            return false;
        }
        int every = (int) Math.round(1 / share);
        return place % every == new Random(mixed(place / every)).nextInt(every);
    }

    private long drawn(Clip clip) {
        return new Random(mixed(31 * clip.rollout() + clip.range().from())).nextLong();
    }

    /** Neighbouring seeds of {@link Random} begin alike: they are spread first. */
    private long mixed(long number) {
        return (seed * 0x9E3779B97F4A7C15L + number) * 0xBF58476D1CE4E5B9L;
    }
}
