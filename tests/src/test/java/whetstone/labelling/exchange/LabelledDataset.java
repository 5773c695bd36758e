package whetstone.labelling.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.replay.PlaybackSegment;

/** A real dataset file in which every kind of label occurs, for the tests of foreign formats. */
public final class LabelledDataset {
    private LabelledDataset() {}

    /**
     * Two rollouts: the first was driven by a learner and has repaired corrections at ticks 3 and 4, approvals at 0 and 1, a rejection at 2; the
     * second was driven by the program expert.
     */
    public static Dataset make(Path folder) {
        Dataset dataset = SkywayDataset.empty(folder);
        long rollout = SkywayDataset.byLearner(dataset, "alpha", 8, 1);
        SkywayDataset.byExpert(dataset, "delta", 5, 2);
        dataset.append(new JournalEntry.Labelled(0, rollout, "anna", Instant.EPOCH, new Label.Approval(new TickRange(0, 2)))).join();
        dataset.append(new JournalEntry.Labelled(0, rollout, "bo", Instant.EPOCH, new Label.Rejection(new TickRange(2, 3)))).join();
        dataset.experts().save(new Calibration(0, "anna", "wheel", 1, 0.25, 0.02, 2, 0, 0.9, Instant.EPOCH)).join();
        StrokeWriter stroke = dataset.beginStroke(rollout, "anna", "wheel", Instant.EPOCH, 10, dataset.rollout(rollout).info().environment()
                .action());
        stroke.append(new PlaybackSegment(0, 3, 1));
        stroke.append(new StrokeSamples(1, new long[] {0, 1_000_000_000}, new float[] {0.5f, 0.5f}));
        stroke.finish(List.of(new TickRange(3, 5))).join();
        return dataset;
    }

    public static Recordings recordings(Dataset dataset) {
        return Recordings.of(dataset, dataset.rollouts().stream().map(rollout -> rollout.id()).toList());
    }
}
