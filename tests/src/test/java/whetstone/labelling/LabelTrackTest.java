package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;

class LabelTrackTest {
    private static final int LENGTH = 100;
    private long lastId;

    @Test
    void theNewerLabelHolds() {
        LabelTrack track = empty().plus(approval(0, 50)).plus(rejection(20, 30));
        assertThat(track.label(25)).contains(new Label.Rejection(new TickRange(20, 30)));
        assertThat(track.label(35)).contains(new Label.Approval(new TickRange(0, 50)));
    }

    @Test
    void aCorrectionSaysTheExpertsAction() {
        LabelTrack track = empty().plus(correction(1, 10, 20, 0.4f));
        assertThat(track.correction(15).orElseThrow().steer()).isEqualTo(0.4f);
        assertThat(track.correction(20)).isEmpty();
    }

    @Test
    void countsAreOfTicksInForce() {
        LabelTrack track = empty().plus(approval(0, 50)).plus(rejection(20, 30)).plus(correction(1, 45, 60, 0.1f));
        assertThat(track.counts()).isEqualTo(new LabelTrack.Counts(15, 35, 10));
    }

    @Test
    void spansFollowOneAnother() {
        LabelTrack track = empty().plus(approval(0, 50)).plus(rejection(20, 30));
        assertThat(track.spans()).extracting(LabelTrack.Span::range)
                .containsExactly(new TickRange(0, 20), new TickRange(20, 30), new TickRange(30, 50));
    }

    @Test
    void undoBringsBackWhatLayUnderIt() {
        LabelTrack track = undo(empty().plus(approval(0, 50)).plus(rejection(20, 30)));
        assertThat(track.label(25)).contains(new Label.Approval(new TickRange(0, 50)));
    }

    @Test
    void aNewLabelAfterAnUndoEndsTheRedo() {
        LabelTrack track = undo(empty().plus(approval(0, 50))).plus(rejection(20, 30));
        assertThat(track.canRedo()).isFalse();
        assertThat(track.redo("E", Instant.EPOCH)).isEmpty();
    }

    @Test
    void undoAfterARedoTakesBackTheSameLabel() {
        LabelTrack once = empty().plus(approval(0, 50)).plus(rejection(20, 30));
        LabelTrack again = undo(redo(undo(once)));
        assertThat(again.counts()).isEqualTo(new LabelTrack.Counts(0, 50, 0));
    }

    @Test
    void theCorrectionsOfOneStrokeAreUndoneTogether() {
        LabelTrack track = empty().plus(correction(7, 10, 20, 0.4f)).plus(correction(7, 40, 50, 0.4f));
        assertThat(undo(track).counts().labelled()).isZero();
    }

    @Test
    void theCorrectionsOfOneStrokeAreRedoneTogether() {
        LabelTrack track = empty().plus(correction(7, 10, 20, 0.4f)).plus(correction(7, 40, 50, 0.4f));
        assertThat(redo(undo(track)).counts().labelled()).isEqualTo(20);
    }

    @Test
    void aStrokeLaidOnceMoreOverItselfIsUndoneAlone() {
        LabelTrack track = empty().plus(correction(7, 10, 20, 0.4f)).plus(correction(7, 10, 20, 0.4f));
        assertThat(undo(track).counts().labelled()).isEqualTo(10);
    }

    @Test
    void aPartOfTheJournalSaysWhatItSaidAlone() {
        LabelTrack track = empty().plus(approval(0, 50)).plus(rejection(20, 30));
        assertThat(track.part(entry -> entry.id() == track.journal().getFirst().id()).counts()).isEqualTo(new LabelTrack.Counts(0, 50, 0));
    }

    @Test
    void aLabelBeyondTheRecordingsEndCountsUpToIt() {
        assertThat(empty().plus(approval(90, 300)).counts().approved()).isEqualTo(10);
    }

    @Property(tries = 200)
    void undoingEverythingLeavesNothing(@ForAll @Size(max = 20) List<@IntRange(min = 0, max = 98) Integer> begins) {
        LabelTrack track = labelled(begins);
        for (int i = 0; i < begins.size(); i++) {
            track = undo(track);
        }
        assertThat(track.canUndo()).isFalse();
        assertThat(track.spans()).isEmpty();
    }

    @Property(tries = 200)
    void redoRestoresWhatUndoTook(@ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 98) Integer> begins,
                                  @ForAll @IntRange(min = 1, max = 20) int steps) {
        LabelTrack before = labelled(begins);
        LabelTrack track = before;
        for (int i = 0; i < Math.min(steps, begins.size()); i++) {
            track = undo(track);
        }
        for (int i = 0; i < Math.min(steps, begins.size()); i++) {
            track = redo(track);
        }
        assertThat(track.spans()).isEqualTo(before.spans());
        assertThat(track.canRedo()).isFalse();
    }

    @Property(tries = 200)
    void theTrackIsTheSameAfterARestart(@ForAll @Size(max = 20) List<@IntRange(min = 0, max = 98) Integer> begins,
                                        @ForAll @Size(max = 30) List<Boolean> undos) {
        LabelTrack track = labelled(begins);
        for (boolean undo : undos) {
            track = undo ? undo(track) : redo(track);
        }
        LabelTrack restarted = LabelTrack.of(LENGTH, track.journal());
        assertThat(restarted.spans()).isEqualTo(track.spans());
        assertThat(restarted.redo("E", Instant.EPOCH)).isEqualTo(track.redo("E", Instant.EPOCH));
    }

    @Property(tries = 200)
    void aPunchInChangesOnlyItsRange(@ForAll @Size(max = 10) List<@IntRange(min = 0, max = 98) Integer> begins,
                                     @ForAll @IntRange(min = 0, max = 90) int from, @ForAll @IntRange(min = 1, max = 10) int length) {
        LabelTrack before = labelled(begins);
        LabelTrack after = before.plus(correction(99, from, from + length, 0.9f));
        for (int tick = 0; tick < LENGTH; tick++) {
            if (tick < from || tick >= from + length) {
                assertThat(after.entry(tick)).isEqualTo(before.entry(tick));
            } else {
                assertThat(after.correction(tick).orElseThrow().steer()).isEqualTo(0.9f);
            }
        }
    }

    private LabelTrack empty() {
        return LabelTrack.of(LENGTH, List.of());
    }

    private LabelTrack labelled(List<Integer> begins) {
        LabelTrack track = empty();
        for (int i = 0; i < begins.size(); i++) {
            int from = begins.get(i);
            int to = Math.min(LENGTH, from + 15);
            track = track.plus(switch (i % 3) {
                case 0 -> approval(from, to);
                case 1 -> rejection(from, to);
                default -> correction(i + 1, from, to, 0.01f * i);
            });
        }
        return track;
    }

    private LabelTrack undo(LabelTrack track) {
        return track.plus(numbered(track.undo("E", Instant.EPOCH)));
    }

    private LabelTrack redo(LabelTrack track) {
        return track.plus(numbered(track.redo("E", Instant.EPOCH)));
    }

    private List<JournalEntry> numbered(List<JournalEntry> entries) {
        List<JournalEntry> numbered = new ArrayList<>();
        for (JournalEntry entry : entries) {
            numbered.add(switch (entry) {
                case JournalEntry.Labelled(long _, long rollout, String expert, Instant at, Label label) ->
                        new JournalEntry.Labelled(++lastId, rollout, expert, at, label);
                case JournalEntry.Undone(long _, long rollout, String expert, Instant at, long of) ->
                        new JournalEntry.Undone(++lastId, rollout, expert, at, of);
                case JournalEntry.Redone(long _, long rollout, String expert, Instant at, long of) ->
                        new JournalEntry.Redone(++lastId, rollout, expert, at, of);
            });
        }
        return numbered;
    }

    private JournalEntry approval(int from, int to) {
        return labelled(new Label.Approval(new TickRange(from, to)));
    }

    private JournalEntry rejection(int from, int to) {
        return labelled(new Label.Rejection(new TickRange(from, to)));
    }

    /** A stick held still while the range played at real time. */
    private JournalEntry correction(long stroke, int from, int to, float steer) {
        long nanos = (to - from) * 50_000_000L;
        return labelled(new Label.Correction(new TickRange(from, to), new Stroke(stroke, 1, "E", "stick", Instant.EPOCH, 20,
                ActionSpec.STEER, List.of(new PlaybackSegment(0, from, 1)),
                new StrokeSamples(1, new long[] {0, nanos}, new float[] {steer, steer}))));
    }

    private JournalEntry labelled(Label label) {
        return new JournalEntry.Labelled(++lastId, 1, "E", Instant.EPOCH, label);
    }
}
