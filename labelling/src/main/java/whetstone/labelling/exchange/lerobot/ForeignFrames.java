package whetstone.labelling.exchange.lerobot;

import java.util.Optional;
import java.util.Set;
import whetstone.labelling.exchange.Said;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.Observation;
import whetstone.model.Step;

/**
 * Frames of other people's datasets: {@code action} was executed, by a human, since that is what such datasets are recorded for; where
 * there is an {@code intervention}, by a human where it says so and by a policy elsewhere.
 */
record ForeignFrames(ActionSpec spec) implements FrameMeaning {
    @Override
    public Step step(Row row, int tick, Observation seen) {
        Control control = row.flag("intervention").orElse(true) ? Control.HUMAN : Control.POLICY;
        var action = Numbers.action(row, FrameFeatures.ACTION, spec);
        return new Step(tick, seen, control == Control.POLICY ? action : Optional.empty(), action, control, Optional.empty(), Set.of(),
                Optional.empty());
    }

    @Override
    public Optional<Said> said(Row row, Step step) {
        return Optional.empty();
    }
}
