package whetstone.labelling;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import whetstone.model.Action;

/**
 * The labels of one rollout in force: its journal, folded. Of two labels on a tick the newer one holds; an undone label leaves what lay
 * under it. Undo and redo go back as far as the journal, over restarts too. As in any editor, a new label after an undo ends the redo:
 * what was undone stays in the journal but is not offered again. The corrections of one stroke are undone and redone together, and so are
 * labels that were said at one moment of stretches behind one another, as by an edit.
 * Immutable; safe for any thread.
 */
public final class LabelTrack {
    private final int length;
    private final List<JournalEntry> journal;
    private final StrokeRepair repair;
    private final Map<Long, StrokeTicks> strokes;
    /** By entry, made when first asked for: of any thread. */
    private final Map<Long, StrokeTicks> raw = new ConcurrentHashMap<>();
    private final List<List<JournalEntry.Labelled>> done = new ArrayList<>();
    private final Deque<List<JournalEntry.Labelled>> undone = new ArrayDeque<>();
    private final JournalEntry.Labelled[] holding;
    private final Action[] corrections;

    private LabelTrack(int length, List<JournalEntry> journal, StrokeRepair repair, Map<Long, StrokeTicks> known) {
        this.length = length;
        this.journal = List.copyOf(journal);
        this.repair = repair;
        this.strokes = known;
        this.holding = new JournalEntry.Labelled[length];
        this.corrections = new Action[length];
        fold();
    }

    /**
     * The labels as they were given.
     *
     * @param length of the rollout in ticks
     * @param journal oldest first, every entry with its id
     */
    public static LabelTrack of(int length, List<JournalEntry> journal) {
        return of(length, journal, StrokeRepair.NONE);
    }

    /** The labels as they were meant. */
    public static LabelTrack of(int length, List<JournalEntry> journal, StrokeRepair repair) {
        return new LabelTrack(length, journal, repair, new LinkedHashMap<>());
    }

    /** This track with one more entry in its journal. */
    public LabelTrack plus(JournalEntry entry) {
        return plus(List.of(entry));
    }

    public LabelTrack plus(List<? extends JournalEntry> entries) {
        List<JournalEntry> longer = new ArrayList<>(journal);
        longer.addAll(entries);
        return new LabelTrack(length, longer, repair, new LinkedHashMap<>(strokes));
    }

    /** The labels as a part of this journal gives them, for instance what was in force at an earlier time. */
    public LabelTrack part(Predicate<JournalEntry> kept) {
        return new LabelTrack(length, journal.stream().filter(kept).toList(), repair, new LinkedHashMap<>(strokes));
    }

    /** The same labels, read by another repair. */
    public LabelTrack by(StrokeRepair other) {
        return new LabelTrack(length, journal, other, new LinkedHashMap<>());
    }

    public int length() {
        return length;
    }

    /** By which the strokes are read. */
    public StrokeRepair repair() {
        return repair;
    }

    public List<JournalEntry> journal() {
        return journal;
    }

    /** The label in force at a tick. */
    public Optional<Label> label(int tick) {
        return entry(tick).map(JournalEntry.Labelled::label);
    }

    /** The journal's entry whose label is in force at a tick: who said it, and when. */
    public Optional<JournalEntry.Labelled> entry(int tick) {
        return Optional.ofNullable(holding[tick]);
    }

    /** What the expert would have done at a tick, where a correction is in force: repaired. */
    public Optional<Action> correction(int tick) {
        return Optional.ofNullable(corrections[tick]);
    }

    /** What the stick said at a tick, where a correction is in force. */
    public Optional<Action> raw(int tick) {
        JournalEntry.Labelled entry = holding[tick];
        return entry != null && entry.label() instanceof Label.Correction(TickRange range, Stroke stroke)
                ? raw.computeIfAbsent(entry.id(), _ -> StrokeTicks.of(stroke, range)).action(tick) : Optional.empty();
    }

    /** Stretches of one label in force, ascending, for the timeline. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int tick = 1; tick <= length; tick++) {
            if (tick == length || holding[tick] != holding[from]) {
                if (holding[from] != null) {
                    spans.add(new Span(new TickRange(from, tick), holding[from]));
                }
                from = tick;
            }
        }
        return List.copyOf(spans);
    }

    public Counts counts() {
        int corrected = 0;
        int approved = 0;
        int rejected = 0;
        for (JournalEntry.Labelled entry : holding) {
            if (entry != null) {
                switch (entry.label()) {
                    case Label.Correction _ -> corrected++;
                    case Label.Approval _ -> approved++;
                    case Label.Rejection _ -> rejected++;
                }
            }
        }
        return new Counts(corrected, approved, rejected);
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /** What to append to the journal to take back the newest label in force; empty where there is none. Ids are 0. */
    public List<JournalEntry> undo(String expert, Instant at) {
        return done.isEmpty() ? List.of() : done.getLast().stream()
                .<JournalEntry>map(entry -> new JournalEntry.Undone(0, entry.rollout(), expert, at, entry.id())).toList();
    }

    /** What to append to the journal to bring back the label undone last; empty where there is none. Ids are 0. */
    public List<JournalEntry> redo(String expert, Instant at) {
        return undone.isEmpty() ? List.of() : undone.getLast().stream()
                .<JournalEntry>map(entry -> new JournalEntry.Redone(0, entry.rollout(), expert, at, entry.id())).toList();
    }

    private void fold() {
        Map<Long, JournalEntry.Labelled> inForce = new TreeMap<>();
        Map<Long, JournalEntry.Labelled> all = new LinkedHashMap<>();
        for (JournalEntry entry : journal) {
            switch (entry) {
                case JournalEntry.Labelled labelled -> {
                    all.put(labelled.id(), labelled);
                    inForce.put(labelled.id(), labelled);
                    undone.clear();
                }
                case JournalEntry.Undone undo -> Optional.ofNullable(inForce.remove(undo.entry())).ifPresent(this::pushUndone);
                case JournalEntry.Redone redo -> Optional.ofNullable(all.get(redo.entry())).ifPresent(again -> {
                    inForce.put(again.id(), again);
                    removeUndone(again);
                });
            }
        }
        inForce.values().forEach(this::lay);
    }

    private void lay(JournalEntry.Labelled entry) {
        TickRange range = entry.label().range();
        int to = Math.min(length, range.to());
        if (entry.label() instanceof Label.Correction(TickRange of, Stroke stroke)) {
            StrokeTicks ticks = strokes.computeIfAbsent(entry.id(), _ -> repair.repaired(stroke, of));
            for (int tick : ticks.ticks().headSet(to)) {
                holding[tick] = entry;
            }
            (repair.fades(stroke) ? new CrossFade(corrections, stroke.ticksPerSecond()) : CrossFade.none(corrections)).lay(ticks);
        } else {
            for (int tick = range.from(); tick < to; tick++) {
                holding[tick] = entry;
                corrections[tick] = null;
            }
        }
        if (!done.isEmpty() && together(done.getLast().getLast(), entry)) {
            done.getLast().add(entry);
        } else {
            done.add(new ArrayList<>(List.of(entry)));
        }
    }

    private void pushUndone(JournalEntry.Labelled entry) {
        if (!undone.isEmpty() && together(undone.getLast().getLast(), entry)) {
            undone.getLast().add(entry);
        } else {
            undone.addLast(new ArrayList<>(List.of(entry)));
        }
    }

    private void removeUndone(JournalEntry.Labelled entry) {
        undone.forEach(group -> group.remove(entry));
        undone.removeIf(List::isEmpty);
    }

    private static boolean together(JournalEntry.Labelled one, JournalEntry.Labelled other) {
        return sameStroke(one, other) || one.id() < other.id() && one.at().equals(other.at()) && one.expert().equals(other.expert())
                && one.label().range().to() <= other.label().range().from();
    }

    private static boolean sameStroke(JournalEntry.Labelled one, JournalEntry.Labelled other) {
        // Laid once more over itself, as to settle a disagreement, a stroke is another label.
        return one.label() instanceof Label.Correction first && other.label() instanceof Label.Correction second
                && first.stroke().id() != 0 && first.stroke().id() == second.stroke().id()
                && first.range().to() <= second.range().from();
    }

    /** A stretch on which one journal entry's label is in force. */
    public record Span(TickRange range, JournalEntry.Labelled entry) {}

    /** Ticks in force by kind. */
    public record Counts(int corrected, int approved, int rejected) {
        /** Ticks that training learns from. */
        public int labelled() {
            return corrected + approved;
        }
    }
}
