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

/** A dataset file with every kind of label: a learner's drive approved, rejected and corrected (repaired), and an expert's. */
public final class LabelledDrives {
    private LabelledDrives() {}

    /** Six frames by a learner: approved, approved, rejected, corrected, corrected, nothing; then four by an expert. */
    public static Dataset in(Path folder) {
        Dataset dataset = SkywayDataset.empty(folder);
        long learner = SkywayDataset.byLearner(dataset, "alpha", 6, 1);
        SkywayDataset.byExpert(dataset, "bravo", 4, 2);
        dataset.append(new JournalEntry.Labelled(0, learner, "anna", Instant.EPOCH, new Label.Approval(new TickRange(0, 2)))).join();
        dataset.append(new JournalEntry.Labelled(0, learner, "anna", Instant.EPOCH, new Label.Rejection(new TickRange(2, 3)))).join();
        dataset.experts().save(new Calibration(0, "bert", "wheel", 1, 0.25, 0.02, 2, 0, 0.9, Instant.EPOCH)).join();
        StrokeWriter stroke = dataset.beginStroke(learner, "bert", "wheel", Instant.EPOCH, 10,
                dataset.rollout(learner).info().environment().action());
        stroke.append(new PlaybackSegment(0, 3, 1));
        stroke.append(new StrokeSamples(1, new long[] {0, 1_000_000_000}, new float[] {0.5f, 0.5f}));
        stroke.finish(List.of(new TickRange(3, 5))).join();
        return dataset;
    }

    /** All of its rollouts. */
    public static Recordings recordings(Dataset dataset) {
        return Recordings.of(dataset, dataset.rollouts().stream().map(rollout -> rollout.id()).toList());
    }
}
