package whetstone.app.data;

import java.util.List;
import java.util.function.BooleanSupplier;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;
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
        for (int tick = 0; tick < rollout.length() && !stopped.getAsBoolean(); tick += stride) {
            Step step = rollout.withoutPictures(tick);
            step.learnerAction().ifPresent(action -> counter.learner(action.steer()));
        }
    }
}
