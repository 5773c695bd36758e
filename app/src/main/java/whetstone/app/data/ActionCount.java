package whetstone.app.data;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import whetstone.labelling.Dataset;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutSummary;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Rollout;
import whetstone.model.Step;

/**
 * Counts the learner's steering commands and the experts' labels of rollouts. Reads at most a few thousand steps, spread evenly, so
 * that a large choice is counted in moments. Background thread.
 */
final class ActionCount {
    private static final int MOST_STEPS = 6000;

    private final Dataset dataset;
    private final BooleanSupplier stopped;
    private final ActionHistogram.Counter counter = new ActionHistogram.Counter();

    ActionCount(Dataset dataset, BooleanSupplier stopped) {
        this.dataset = dataset;
        this.stopped = stopped;
    }

    ActionHistogram count(List<RolloutSummary> rollouts) {
        long frames = rollouts.stream().mapToLong(RolloutSummary::length).sum();
        int stride = (int) Math.max(1, frames / MOST_STEPS);
        for (RolloutSummary rollout : rollouts) {
            count(rollout, stride);
        }
        return counter.histogram();
    }

    private void count(RolloutSummary summary, int stride) {
        Rollout rollout = dataset.rollout(summary.id());
        LabelTrack labels = dataset.track(summary.id());
        for (int tick = 0; tick < rollout.length() && !stopped.getAsBoolean(); tick += stride) {
            Step step = rollout.withoutPictures(tick);
            step.learnerAction().ifPresent(action -> counter.learner(action.steer()));
            label(step, labels).ifPresent(action -> counter.label(action.steer()));
        }
    }

    /** As {@link Dataset#examples} says it: what an expert or a human drove is a label where no other is in force. */
    private static Optional<Action> label(Step step, LabelTrack labels) {
        Optional<Label> label = labels.label(step.tick());
        if (label.isEmpty()) {
            return step.control() == Control.EXPERT || step.control() == Control.HUMAN ? step.executedAction() : Optional.empty();
        }
        return switch (label.get()) {
            case Label.Correction _ -> labels.correction(step.tick());
            case Label.Approval _ -> step.learnerAction();
            case Label.Rejection _ -> Optional.empty();
        };
    }
}
