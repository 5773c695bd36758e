package whetstone.app.label;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.TickRange;

/** Strokes and other labels on their way into the journal, noted in the work log. FX thread; the stroke itself is the hand's. */
final class Recording {
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final Workbench workbench;
    private final Hand hand;
    private final Journal journal;
    private final WorkLog work;
    private final InstantSource clock;
    private Optional<OpenClip> recorded = Optional.empty();

    Recording(Workbench workbench, Hand hand, Journal journal, WorkLog work, InstantSource clock) {
        this.workbench = workbench;
        this.hand = hand;
        this.journal = journal;
        this.work = work;
        this.clock = clock;
    }

    ReadOnlyBooleanProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** Begins a stroke on the paused player and plays. */
    void begin(OpenClip clip, Player player, Optional<TickRange> punchIn) {
        recording.set(true);
        recorded = Optional.of(clip);
        work.seen(OptionalDouble.empty());
        StrokeRecorder.Head head = new StrokeRecorder.Head(clip.id(), workbench.expertProperty().get(),
                workbench.stickNameProperty().get(), clock.instant(), clip.ticksPerSecond(), clip.rollout().info().environment().action());
        hand.begin(clip.dataset(), head, player.replay().orElseThrow(), punchIn).whenCompleteAsync((_, failure) -> {
            if (failure != null) {
                recording.set(false);
                workbench.say(Failure.sentence(failure));
            } else if (recording.get()) {
                player.play();
            }
        }, workbench.threads().fx());
    }

    /** Stops the stroke, where one is given; its corrections show once its last frames are answered and it is on disk. */
    void end() {
        stop(journal.trackProperty().get().map(LabelTrack::repair).orElse(StrokeRepair.NONE));
    }

    /** Ends the stroke, where one is given, at this moment: the hand is no longer followed. */
    void cut() {
        stop(StrokeRepair.NONE);
        hand.settle();
    }

    private void stop(StrokeRepair repair) {
        if (recording.get()) {
            recording.set(false);
            OpenClip clip = recorded.orElseThrow();
            journal.waitFor(hand.end(repair).handleAsync((saved, failure) -> {
                if (failure != null) {
                    workbench.say(Failure.sentence(failure));
                } else {
                    corrected(clip, saved);
                }
                return Optional.empty();
            }, workbench.threads().fx()));
        }
    }

    private void corrected(OpenClip clip, List<JournalEntry.Labelled> saved) {
        int ticks = saved.stream().mapToInt(entry -> entry.label().range().length()).sum();
        boolean redone = saved.stream().anyMatch(entry -> wasCorrected(entry.label().range()));
        journal.add(clip, saved);
        if (ticks > 0) {
            work.stroke(redone);
            gained(saved, ticks / clip.ticksPerSecond());
        }
    }

    private boolean wasCorrected(TickRange range) {
        return journal.trackProperty().get().map(LabelTrack::spans).orElse(List.of()).stream()
                .anyMatch(span -> span.entry().label() instanceof Label.Correction && span.range().overlaps(range));
    }

    void say(OpenClip clip, Label label) {
        work.seen(OptionalDouble.empty());
        journal.say(workbench.expertProperty().get(), label, saved -> gained(saved, label.range().length() / clip.ticksPerSecond()));
    }

    /** Enters what is made of the labels in force when its turn comes, such as an edit; only what was not labelled before is gained. */
    CompletableFuture<Void> enter(OpenClip clip, Function<LabelTrack, List<JournalEntry>> made) {
        work.seen(OptionalDouble.empty());
        AtomicInteger fresh = new AtomicInteger();
        return journal.append(track -> {
            List<JournalEntry> entries = made.apply(track);
            fresh.set(entries.stream().mapToInt(entry -> unlabelled(entry, track)).sum());
            return entries;
        }, saved -> gained(saved, fresh.get() / clip.ticksPerSecond()));
    }

    void undo() {
        journal.undo(workbench.expertProperty().get(), this::moved);
    }

    void redo() {
        journal.redo(workbench.expertProperty().get(), this::moved);
    }

    private void moved(List<JournalEntry> saved) {
        for (JournalEntry entry : saved) {
            switch (entry) {
                case JournalEntry.Undone undone -> work.undone(undone.entry());
                case JournalEntry.Redone redone -> work.redone(redone.entry());
                case JournalEntry.Labelled _ -> { }
            }
        }
        workbench.contentsChanged();
    }

    private static int unlabelled(JournalEntry entry, LabelTrack track) {
        return entry instanceof JournalEntry.Labelled said
                ? (int) IntStream.range(said.label().range().from(), said.label().range().to()).filter(tick -> track.label(tick).isEmpty()).count()
                : 0;
    }

    /** What was said as one is undone as one: it counts with its first entry. */
    private void gained(List<? extends JournalEntry> saved, double seconds) {
        work.labelled(saved.getFirst().id(), seconds);
        workbench.contentsChanged();
    }
}
