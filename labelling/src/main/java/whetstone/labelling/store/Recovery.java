package whetstone.labelling.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeTicks;
import whetstone.labelling.TickRange;

/**
 * What is done on opening after a program was killed: a stroke that was being given is kept as a correction up to where it came, a
 * recording that had no frame yet is taken away, a training run that was going on is marked as interrupted. Everything else is whole, since every change is one transaction.
 */
final class Recovery {
    private Recovery() {}

    static int run(Handle handle, RolloutTable rollouts, LabelCounts counts) {
        TrainingRunTable.interruptRunning(handle);
        for (long id : StrokeTable.open(handle)) {
            if (readable(handle, id)) {
                keep(handle, rollouts, counts, id);
            }
        }
        return handle.execute("""
                DELETE FROM rollouts WHERE finished = 0 AND length = 0
                    AND id NOT IN (SELECT rollout FROM strokes) AND id NOT IN (SELECT rollout FROM journal)
                    AND id NOT IN (SELECT rollout FROM round_rollouts) AND id NOT IN (SELECT rollout FROM repeats)""");
    }

    /** A stroke of damaged bytes, or on a rollout whose journal is damaged, stays as it is: the rest of the file must still open. */
    private static boolean readable(Handle handle, long id) {
        try {
            JournalTable.entries(handle, StrokeTable.read(handle, id).rollout());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static void keep(Handle handle, RolloutTable rollouts, LabelCounts counts, long id) {
        Stroke stroke = StrokeTable.read(handle, id);
        int length = rollouts.get(handle, stroke.rollout()).length();
        List<TickRange> ranges = length == 0 ? List.of() : StrokeTicks.of(stroke, new TickRange(0, length)).ranges();
        StrokeJournal.finish(handle, counts, id, ranges, StrokeTable.State.RECOVERED);
    }
}
