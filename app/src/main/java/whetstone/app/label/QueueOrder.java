package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps what a queue has promised: while labels are given, clips leave it and new ones come to its end, but none changes its place.
 * Pure.
 */
final class QueueOrder {
    private QueueOrder() {}

    /**
     * @param promised the queue as it is shown
     * @param ranked the queue as it would be ranked now
     * @param open whether a clip that would not be ranked now is still to be labelled: then it stays as it was promised
     * @param grows whether clips that were not promised may come to its end
     */
    static List<QueueEntry> kept(List<QueueEntry> promised, List<QueueEntry> ranked, Predicate<QueueEntry> open, boolean grows) {
        List<QueueEntry> kept = new ArrayList<>();
        for (QueueEntry entry : promised) {
            ranked.stream().filter(entry::sameClip).findFirst().or(() -> Optional.of(entry).filter(open)).ifPresent(kept::add);
        }
        if (grows) {
            ranked.stream().filter(entry -> kept.stream().noneMatch(entry::sameClip)).forEach(kept::add);
        }
        return kept;
    }
}
