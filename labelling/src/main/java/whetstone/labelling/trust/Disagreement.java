package whetstone.labelling.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/**
 * Two experts who steered the same clip differently, each without sight of the other, of which nobody has said anything since. Settled by
 * entering the label that holds: the stroke of one of them as it was given, or one drawn at their mean. Pure.
 *
 * @param between who was first and who second, and what they said
 * @param track the labels of the rollout
 */
public record Disagreement(Comparison between, LabelTrack track) {
    /** Smaller differences are how well a hand can steer. */
    public static final double LEAST = 0.1;
    /** The corrections of one stroke are entered one after the other. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Whose label is to hold. */
    public enum Choice { FIRST, SECOND, MEAN }

    /** What is still open in a dataset, the largest difference first. Any thread. */
    public static List<Disagreement> of(Dataset dataset, Repeatability repeatability) {
        Map<Long, LabelTrack> tracks = new HashMap<>();
        return repeatability.comparisons().stream().filter(one -> !one.bySameExpert() && one.error() >= LEAST)
                .map(one -> new Disagreement(one, tracks.computeIfAbsent(one.rollout(), dataset::track)))
                .filter(Disagreement::isOpen)
                .sorted(Comparator.comparingDouble((Disagreement one) -> one.between.error()).reversed()).toList();
    }

    private boolean isOpen() {
        long since = java.util.Arrays.stream(between.ticks()).filter(tick -> track.entry(tick)
                .filter(entry -> !entry.at().isAfter(between.at().plus(AT_ONCE)) && !(entry.label() instanceof Label.Rejection)).isEmpty()).count();
        return 2 * since < between.ticks().length;
    }

    /**
     * What to append to the journal so that the choice holds on all ticks that were compared. All entries are of one moment, so that one
     * undo takes them back together.
     *
     * @param action of the rollout
     */
    public List<JournalEntry> settled(Choice choice, String settler, Instant at, ActionSpec action) {
        List<Label> labels = switch (choice) {
            case FIRST -> laidAgain(track.part(entry -> entry.at().isBefore(between.at())));
            case SECOND -> laidAgain(track.part(this::isAnswer));
            case MEAN -> stretches(_ -> true, (_, _) -> true).stream().<Label>map(range ->
                    new Label.Correction(range, mean(range, settler, at, action))).toList();
        };
        return labels.stream().<JournalEntry>map(label -> new JournalEntry.Labelled(0, between.rollout(), settler, at, label)).toList();
    }

    private boolean isAnswer(JournalEntry entry) {
        return entry.expert().equals(between.second()) && !entry.at().isBefore(between.at()) && !entry.at().isAfter(between.at().plus(AT_ONCE));
    }

    private List<Label> laidAgain(LabelTrack said) {
        return stretches(tick -> said.label(tick).isPresent(), (one, next) -> said.entry(one).equals(said.entry(next))).stream()
                .<Label>map(range -> switch (said.label(range.from()).orElseThrow()) {
                    case Label.Correction(_, Stroke stroke) -> new Label.Correction(range, stroke);
                    case Label.Approval _ -> new Label.Approval(range);
                    case Label.Rejection _ -> new Label.Rejection(range);
                }).toList();
    }

    @FunctionalInterface
    private interface Joined {
        boolean belong(int tick, int next);
    }

    /** The compared ticks as ranges without holes. */
    private List<TickRange> stretches(IntPredicate counts, Joined joined) {
        List<TickRange> found = new ArrayList<>();
        Optional<TickRange> growing = Optional.empty();
        for (int tick : between.ticks()) {
            if (growing.isPresent() && growing.get().to() == tick && counts.test(tick) && joined.belong(tick - 1, tick)) {
                growing = Optional.of(new TickRange(growing.get().from(), tick + 1));
            } else {
                growing.ifPresent(found::add);
                growing = counts.test(tick) ? Optional.of(new TickRange(tick, tick + 1)) : Optional.empty();
            }
        }
        growing.ifPresent(found::add);
        return found;
    }

    private Stroke mean(TickRange range, String settler, Instant at, ActionSpec action) {
        int steer = action.indexOf("steer");
        int offset = java.util.Arrays.binarySearch(between.ticks(), range.from()) - range.from();
        StrokeRecorder.Head head = new StrokeRecorder.Head(between.rollout(), settler, DrawnStroke.DEVICE, at, between.ticksPerSecond(), action);
        return DrawnStroke.of(head, range, tick -> {
            float[] values = track.correction(tick).map(Action::toArray).orElseGet(() -> action.neutral().toArray());
            values[steer] = (float) ((between.before()[tick + offset] + between.after()[tick + offset]) / 2);
            return action.clamp(values);
        });
    }
}
