package whetstone.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whetstone.model.Action;

/**
 * The clips of one rollout, most valuable first and apart from each other. Nearness to a fall counts most, then how far the learner's
 * steering is off a label given nearby or off a program expert, then a sharp change of steering; what is left is spread evenly.
 * What is labelled already, or was driven by an expert, is left out.
 */
final class ClipCandidates {
    private static final double SECONDS_BEFORE_FALL = 3;
    private static final double CLIP_SECONDS = 3;
    private static final double NEARBY_SECONDS = 1.5;
    private static final double TURN_SECONDS = 0.5;
    private static final double LEAST_DIFFERENCE = 0.15;
    private static final double LEAST_TURN = 0.3;
    private static final double MOST_LABELLED = 0.5;
    private static final double MOST_OVERLAP = 0.3;

    private final long rollout;
    private final RolloutTrace trace;
    private final LabelTrack labels;
    private final double rate;
    private final List<Clip> found = new ArrayList<>();
    private final int[] labelledBefore;

    ClipCandidates(long rollout, RolloutTrace trace, LabelTrack labels) {
        this.rollout = rollout;
        this.trace = trace;
        this.labels = labels;
        this.rate = trace.ticksPerSecond();
        this.labelledBefore = new int[trace.length() + 1];
        for (int tick = 0; tick < trace.length(); tick++) {
            labelledBefore[tick + 1] = labelledBefore[tick] + (isLabelled(tick) ? 1 : 0);
        }
    }

    List<Clip> clips() {
        addFalls();
        addDisagreements();
        addTurns();
        addSpread();
        found.sort(Comparator.comparingDouble(Clip::worth).reversed());
        List<Clip> apart = new ArrayList<>();
        for (Clip clip : found) {
            if (apart.stream().noneMatch(taken -> overlap(taken.range(), clip.range()) > MOST_OVERLAP * clip.range().length())) {
                apart.add(clip);
            }
        }
        return apart;
    }

    private void addFalls() {
        for (int tick = 0; tick < trace.length(); tick++) {
            if (trace.falls(tick)) {
                int from = Math.max(afterFallBefore(tick), tick - ticks(SECONDS_BEFORE_FALL));
                double off = Math.min(1, largestDifference(from, tick));
                add(new TickRange(from, tick + 1), new Clip.Reason.Fall((tick - from) / rate), 0.8 + 0.2 * off);
            }
        }
    }

    /** The first tick after the fall before this one: a clip does not begin on another fall. */
    private int afterFallBefore(int fall) {
        int tick = fall;
        while (tick > 0 && !trace.falls(tick - 1)) {
            tick--;
        }
        return tick;
    }

    private double largestDifference(int from, int to) {
        double largest = 0;
        for (int tick = from; tick < to; tick++) {
            double difference = Math.abs(trace.learner(tick) - trace.expert(tick));
            largest = difference > largest ? difference : largest;
        }
        return largest;
    }

    private void addDisagreements() {
        NearestLabel before = new NearestLabel();
        NearestLabel after = new NearestLabel();
        Difference[] differences = new Difference[trace.length()];
        for (int tick = 0; tick < trace.length(); tick++) {
            before.see(tick);
            differences[tick] = before.difference(tick);
        }
        for (int tick = trace.length() - 1; tick >= 0; tick--) {
            after.see(tick);
            Difference advised = new Difference(Math.abs(trace.learner(tick) - trace.expert(tick)), -1);
            differences[tick] = differences[tick].orLarger(after.difference(tick)).orLarger(advised);
        }
        int window = ticks(CLIP_SECONDS);
        for (int from = 0; from < trace.length(); from += window) {
            addLargest(differences, from, Math.min(trace.length(), from + window));
        }
    }

    private void addLargest(Difference[] differences, int from, int to) {
        int largest = from;
        for (int tick = from; tick < to; tick++) {
            largest = differences[tick].by() > differences[largest].by() ? tick : largest;
        }
        Difference most = differences[largest];
        if (most.by() >= LEAST_DIFFERENCE) {
            add(around(largest), most.ticksAway() < 0 ? new Clip.Reason.DisagreesWithExpert(most.by())
                    : new Clip.Reason.DisagreesWithLabel(most.by(), most.ticksAway() / rate), worthOfDifference(most.by()));
        }
    }

    /** @param by of two steering commands that should be the same */
    static double worthOfDifference(double by) {
        return 0.3 + 0.4 * Math.min(1, by);
    }

    private void addTurns() {
        int half = Math.max(1, ticks(TURN_SECONDS));
        int window = ticks(CLIP_SECONDS);
        for (int from = half; from < trace.length(); from += window) {
            int sharpest = from;
            for (int tick = from; tick < Math.min(trace.length(), from + window); tick++) {
                sharpest = turn(tick, half) > turn(sharpest, half) ? tick : sharpest;
            }
            if (turn(sharpest, half) >= LEAST_TURN) {
                add(around(sharpest), new Clip.Reason.SharpTurn(turn(sharpest, half)), 0.1 + 0.1 * Math.min(2, turn(sharpest, half)));
            }
        }
    }

    /** How much the steering changed over the last ticks; -1 where it is not known. */
    private double turn(int tick, int over) {
        double change = Math.abs(trace.driven(tick) - trace.driven(tick - over));
        return Double.isNaN(change) ? -1 : change;
    }

    private void addSpread() {
        int window = ticks(CLIP_SECONDS);
        for (int from = 0; from < trace.length(); from += window) {
            add(new TickRange(from, Math.min(trace.length(), from + window)), new Clip.Reason.Unseen(), 0.05);
        }
    }

    private void add(TickRange range, Clip.Reason reason, double worth) {
        if (isOpen(range)) {
            found.add(new Clip(rollout, range, rate, reason, worth));
        }
    }

    /** Whether at most half of it is labelled. */
    boolean isOpen(TickRange range) {
        int labelled = labelledBefore[range.to()] - labelledBefore[range.from()];
        return labelled <= MOST_LABELLED * range.length();
    }

    private TickRange around(int tick) {
        int half = ticks(CLIP_SECONDS) / 2;
        return new TickRange(Math.max(0, tick - half), Math.min(trace.length(), tick + half + 1));
    }

    private boolean isLabelled(int tick) {
        return trace.expertDrove(tick) || labels.entry(tick).isPresent();
    }

    private int ticks(double seconds) {
        return Math.max(1, (int) Math.round(seconds * rate));
    }

    private static int overlap(TickRange one, TickRange other) {
        return Math.min(one.to(), other.to()) - Math.max(one.from(), other.from());
    }

    /** The correction seen last on the way through the rollout, in either direction. */
    private final class NearestLabel {
        private int at = -1;
        private float steer;

        void see(int tick) {
            Optional<Action> correction = labels.correction(tick);
            if (correction.isPresent()) {
                at = tick;
                steer = correction.get().steer();
            }
        }

        Difference difference(int tick) {
            int away = Math.abs(tick - at);
            return at < 0 || isLabelled(tick) || away > NEARBY_SECONDS * rate ? Difference.NONE
                    : new Difference(Math.abs(trace.learner(tick) - steer), away);
        }
    }

    /**
     * How far the learner is off.
     *
     * @param by difference of steering commands; below zero where one of them is not known
     * @param ticksAway to the label; -1 for an expert's advice
     */
    private record Difference(double by, int ticksAway) {
        static final Difference NONE = new Difference(-1, 0);

        Difference {
            by = Double.isNaN(by) ? -1 : by;
        }

        Difference orLarger(Difference other) {
            return other.by > by ? other : this;
        }
    }
}
