package whetstone.labelling.store;

import java.util.Arrays;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Rollout;
import whetstone.model.Step;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;

/**
 * Labelled frames by number: which frame and what was wanted is in memory (some 25 bytes each), the frame itself is read when it is
 * asked for. Immutable, safe for any thread.
 */
final class StoredExamples implements Examples {
    private final ActionSpec action;
    private final StoredRollout[] rollouts;
    private final int[] ends;
    private final int[] ticks;
    private final Source[] sources;
    private final float[] wanted;
    private final float[] weights;

    /** Where an example's action comes from: the stroke (kept here), the learner, or what was executed. */
    enum Source { STROKE, LEARNER, EXECUTED }

    /**
     * @param ends for every rollout the number of examples in it and those before it
     * @param wanted the strokes' actions, example-major; NaN where the stroke does not say a dimension
     * @param weights how much each example counts, above zero
     */
    StoredExamples(ActionSpec action, StoredRollout[] rollouts, int[] ends, int[] ticks, Source[] sources, float[] wanted, float[] weights) {
        this.action = action;
        this.rollouts = rollouts;
        this.ends = ends;
        this.ticks = ticks;
        this.sources = sources;
        this.wanted = wanted;
        this.weights = weights;
    }

    @Override
    public int size() {
        return ticks.length;
    }

    @Override
    public Example get(int index) {
        Rollout rollout = rollouts[rolloutIndex(index)];
        Step step = rollout.step(ticks[index]);
        return new Example(step.seen(), switch (sources[index]) {
            case STROKE -> ofStroke(step, index);
            case LEARNER -> projected(step.learnerAction().orElseThrow());
            case EXECUTED -> projected(step.executedAction().orElseThrow());
        }, weights[index]);
    }

    @Override
    public long rollout(int index) {
        return rollouts[rolloutIndex(index)].id();
    }

    private int rolloutIndex(int index) {
        java.util.Objects.checkIndex(index, ticks.length);
        int found = Arrays.binarySearch(ends, index + 1);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && ends[found - 1] == ends[found]) {
            found--;
        }
        return found;
    }

    /** What the stroke leaves open stays as the learner, or else whoever drove, did it. */
    private Action ofStroke(Step step, int index) {
        Action rest = step.learnerAction().or(step::executedAction).map(this::projected).orElseGet(action::neutral);
        float[] values = new float[action.size()];
        for (int i = 0; i < values.length; i++) {
            float value = wanted[index * values.length + i];
            values[i] = Float.isNaN(value) ? rest.get(i) : value;
        }
        return action.clamp(values);
    }

    private Action projected(Action recorded) {
        float[] values = new float[action.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = recorded.get(action.dimensions().get(i).name());
        }
        return action.clamp(values);
    }
}
