package whetstone.labelling.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.Label;
import whetstone.labelling.LabelSelection;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.trust.Trust;
import whetstone.labelling.trust.TrustEvidence;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/** Goes through the journals once and notes which frames are examples, and what the strokes want there. One thread, one use. */
final class ExampleIndex {
    private final DatasetFile file;
    private final Handle handle;
    private final ActionSpec action;
    private final LabelSelection selection;
    private final Optional<TrustEvidence> evidence;
    private final List<StoredRollout> rollouts = new ArrayList<>();
    private final List<StoredExamples.Source> sources = new ArrayList<>();
    private int[] ends = {};
    private int[] ticks = new int[1024];
    private float[] wanted = new float[1024];
    private float[] weights = new float[1024];

    /** @param evidence by which each label is trusted and weighed; without it all count the same */
    ExampleIndex(DatasetFile file, Handle handle, ActionSpec action, LabelSelection selection, Optional<TrustEvidence> evidence) {
        this.file = file;
        this.handle = handle;
        this.action = action;
        this.selection = selection;
        this.evidence = evidence;
    }

    StoredExamples of(List<RolloutSummary> summaries) {
        for (RolloutSummary summary : summaries) {
            if (!summary.deleted() && fits(summary.info().environment().action())) {
                add(summary);
            }
        }
        return new StoredExamples(action, rollouts.toArray(StoredRollout[]::new), ends, Arrays.copyOf(ticks, sources.size()),
                sources.toArray(StoredExamples.Source[]::new), Arrays.copyOf(wanted, sources.size() * action.size()),
                Arrays.copyOf(weights, sources.size()));
    }

    private boolean fits(ActionSpec recorded) {
        List<String> names = recorded.dimensions().stream().map(ActionSpec.Dimension::name).toList();
        return action.dimensions().stream().allMatch(dimension -> names.contains(dimension.name()));
    }

    private void add(RolloutSummary summary) {
        int length = summary.length();
        LabelTrack track = StoredLabels.track(handle, file.faults(), summary.id(), length).part(selection.said());
        BitSet driven = selection.driven().test(summary)
                ? ticks("control IN ('EXPERT', 'HUMAN') AND executed IS NOT NULL", summary.id()) : new BitSet();
        BitSet learner = ticks("learner IS NOT NULL", summary.id());
        double rate = summary.info().environment().ticksPerSecond();
        Optional<float[]> trust = evidence.map(known -> Trust.of(summary.id(), track, rate, known));
        for (int tick = 0; tick < length; tick++) {
            int here = tick;
            float weight = trust.map(known -> Trust.weight(known[here])).orElse(1f);
            Optional<Label> label = track.label(tick);
            if (label.isEmpty()) {
                addIf(driven.get(tick), tick, StoredExamples.Source.EXECUTED, 1);
                continue;
            }
            switch (label.get()) {
                case Label.Correction _ -> addStroke(tick, track.correction(tick), weight);
                case Label.Approval _ -> addIf(learner.get(tick), tick, StoredExamples.Source.LEARNER, weight);
                case Label.Rejection _ -> { }
            }
        }
        rollouts.add(new StoredRollout(file, summary.id(), summary.info(), length));
        ends = Arrays.copyOf(ends, rollouts.size());
        ends[ends.length - 1] = sources.size();
    }

    private BitSet ticks(String condition, long rollout) {
        BitSet ticks = new BitSet();
        handle.createQuery("SELECT tick FROM frames WHERE rollout = :rollout AND " + condition).bind("rollout", rollout)
                .mapTo(Integer.class).forEach(ticks::set);
        return ticks;
    }

    private void addIf(boolean there, int tick, StoredExamples.Source source, float weight) {
        if (there) {
            float[] open = new float[action.size()];
            Arrays.fill(open, Float.NaN);
            add(tick, source, open, weight);
        }
    }

    private void add(int tick, StoredExamples.Source source, float[] values, float weight) {
        int index = sources.size();
        sources.add(source);
        if (index == ticks.length) {
            ticks = Arrays.copyOf(ticks, index * 2);
            weights = Arrays.copyOf(weights, index * 2);
        }
        if ((index + 1) * values.length > wanted.length) {
            wanted = Arrays.copyOf(wanted, (index + 1) * values.length * 2);
        }
        ticks[index] = tick;
        weights[index] = weight;
        System.arraycopy(values, 0, wanted, index * values.length, values.length);
    }

    private void addStroke(int tick, Optional<Action> stroke, float weight) {
        stroke.ifPresent(steered -> {
            List<String> names = steered.spec().dimensions().stream().map(ActionSpec.Dimension::name).toList();
            float[] values = new float[action.size()];
            for (int i = 0; i < values.length; i++) {
                int dimension = names.indexOf(action.dimensions().get(i).name());
                values[i] = dimension < 0 ? Float.NaN : steered.get(dimension);
            }
            add(tick, StoredExamples.Source.STROKE, values, weight);
        });
    }
}
