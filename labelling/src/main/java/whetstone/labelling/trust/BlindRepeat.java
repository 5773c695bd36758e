package whetstone.labelling.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Repeat;

/**
 * What a blind repeat tells: the labels in force before it was shown beside the first that its expert gave there after. Only that first
 * one was given blind, so it counts even where it was undone or given better later. Pure.
 */
final class BlindRepeat {
    /** Fewer seconds in common compare nothing. */
    private static final double LEAST_SECONDS = 0.5;

    private final Repeat repeat;
    private final LabelTrack track;
    private final double ticksPerSecond;
    private final IntToDoubleFunction learner;

    /**
     * @param track of the repeat's rollout, with its whole journal
     * @param learner the learner's steering at a tick, NaN where it is not known
     */
    BlindRepeat(Repeat repeat, LabelTrack track, double ticksPerSecond, IntToDoubleFunction learner) {
        this.repeat = repeat;
        this.track = track;
        this.ticksPerSecond = ticksPerSecond;
        this.learner = learner;
    }

    /** One comparison per expert whose label lay there before; none where it was not answered. */
    List<Comparison> comparisons() {
        Optional<JournalEntry.Labelled> answer = answer();
        if (answer.isEmpty()) {
            return List.of();
        }
        LabelTrack before = track.part(entry -> entry.at().isBefore(repeat.shownAt()));
        LabelTrack after = track.part(entry -> saidTogether(entry, answer.get()));
        Map<String, Pairs> byFirst = new TreeMap<>();
        for (int tick = repeat.range().from(); tick < Math.min(track.length(), repeat.range().to()); tick++) {
            Optional<Steering> first = Steering.of(before, tick, learner);
            Optional<Steering> second = Steering.of(after, tick, learner);
            if (first.isPresent() && second.isPresent()) {
                byFirst.computeIfAbsent(first.get().expert(), _ -> new Pairs()).add(tick, first.get().value(), second.get().value());
            }
        }
        List<Comparison> found = new ArrayList<>();
        byFirst.forEach((first, pairs) -> {
            if (pairs.ticks.size() >= LEAST_SECONDS * ticksPerSecond) {
                found.add(pairs.comparison(first, answer.get().at()));
            }
        });
        return found;
    }

    private Optional<JournalEntry.Labelled> answer() {
        return track.journal().stream().filter(JournalEntry.Labelled.class::isInstance).map(JournalEntry.Labelled.class::cast)
                .filter(entry -> entry.expert().equals(repeat.expert()) && !entry.at().isBefore(repeat.shownAt()))
                .filter(entry -> entry.label().range().overlaps(repeat.range())).findFirst();
    }

    /** One stroke may have given several corrections. */
    private static boolean saidTogether(JournalEntry entry, JournalEntry.Labelled answer) {
        return entry.equals(answer) || entry instanceof JournalEntry.Labelled other
                && other.label() instanceof Label.Correction one && answer.label() instanceof Label.Correction two
                && other.expert().equals(answer.expert()) && one.stroke().id() == two.stroke().id() && !one.range().overlaps(two.range());
    }

    private final class Pairs {
        private final List<Integer> ticks = new ArrayList<>();
        private final List<Double> before = new ArrayList<>();
        private final List<Double> after = new ArrayList<>();

        void add(int tick, double first, double second) {
            ticks.add(tick);
            before.add(first);
            after.add(second);
        }

        Comparison comparison(String first, Instant at) {
            return new Comparison(repeat.rollout(), repeat.range(), ticksPerSecond, first, repeat.expert(), at,
                    ticks.stream().mapToInt(Integer::intValue).toArray(), before.stream().mapToDouble(Double::doubleValue).toArray(),
                    after.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
