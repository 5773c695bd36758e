package whetstone.app.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.model.Action;
import whetstone.model.Event;
import whetstone.model.Rollout;
import whetstone.model.Step;

/**
 * The clip in view: its rollout, what the learner did at every tick, what happened, and the labels when it was opened. Immutable.
 *
 * @param learner the learner's steering at every tick of the rollout, NaN where it was not asked
 * @param unlabelled the learner's action at every tick, or what was executed where it was not asked
 */
record OpenClip(Dataset dataset, long id, Rollout rollout, TickRange clip, float[] learner, List<Action> unlabelled, List<Traces.Mark> marks,
                LabelTrack track) {
    /** Reads every step of the rollout, without pictures. @throws whetstone.labelling.DatasetException if it can't be read */
    static OpenClip read(Dataset dataset, long id, TickRange clip) {
        Rollout rollout = dataset.rollout(id);
        float[] learner = new float[rollout.length()];
        Arrays.fill(learner, Float.NaN);
        List<Action> unlabelled = new ArrayList<>();
        List<Traces.Mark> marks = new ArrayList<>();
        for (int tick = 0; tick < learner.length; tick++) {
            Step step = rollout.withoutPictures(tick);
            unlabelled.add(step.learnerAction().or(step::executedAction).orElseGet(rollout.info().environment().action()::neutral));
            if (step.learnerAction().isPresent()) {
                learner[tick] = step.learnerAction().get().steer();
            }
            for (Event event : step.events().stream().sorted(Comparator.naturalOrder()).toList()) {
                marks.add(new Traces.Mark(tick, event));
            }
        }
        int to = Math.min(clip.to(), rollout.length());
        TickRange inside = new TickRange(Math.min(clip.from(), to - 1), to);
        return new OpenClip(dataset, id, rollout, inside, learner, unlabelled, marks, dataset.track(id));
    }

    double ticksPerSecond() {
        return rollout.info().environment().ticksPerSecond();
    }

    int length() {
        return learner.length;
    }
}
