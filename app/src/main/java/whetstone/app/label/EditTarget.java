package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.EditableLabels;

/**
 * What an editing verb acts on: the marked range without what was rejected, or what is labelled in the clip.
 *
 * @param marked whether it is the marked range
 * @param unsaid whether there are ticks in the clip of which nothing was said
 */
record EditTarget(List<TickRange> stretches, boolean marked, boolean unsaid, double ticksPerSecond) {
    static final EditTarget NONE = new EditTarget(List.of(), false, false, 1);

    EditTarget {
        stretches = List.copyOf(stretches);
    }

    static EditTarget of(EditableLabels labels, Optional<TickRange> marked, TickRange clip, double ticksPerSecond) {
        boolean unsaid = !labels.unsaid(clip).isEmpty();
        return marked.map(range -> new EditTarget(labels.notRejected(range), true, unsaid, ticksPerSecond))
                .orElseGet(() -> new EditTarget(labels.labelled(clip), false, unsaid, ticksPerSecond));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    double seconds() {
        return stretches.stream().mapToInt(TickRange::length).sum() / ticksPerSecond;
    }
}
