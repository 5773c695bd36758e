package whetstone.labelling.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.RolloutInfo;

/**
 * Labels that come with the frames of a rollout, on their way into its journal: what one expert said in one way of neighbouring frames is
 * one entry. A correction is kept as what it says at each tick (a stroke that was drawn): what a stick did is not known any more.
 */
final class ImportedLabels {
    /** What stands as the device of a label that came from a file. */
    static final String DEVICE = "imported";

    private final RolloutInfo info;
    private final List<Run> runs = new ArrayList<>();
    private int driven;

    ImportedLabels(RolloutInfo info) {
        this.info = info;
    }

    void add(ImportedFrame frame) {
        boolean acted = frame.step().executedAction().isPresent() && frame.step().control() == Control.HUMAN;
        driven += frame.said().isEmpty() && acted ? 1 : 0;
        frame.said().ifPresent(said -> {
            int tick = frame.step().tick();
            if (runs.isEmpty() || !runs.getLast().goesOn(tick, said)) {
                runs.add(new Run(tick, said.kind(), said.expert()));
            }
            runs.getLast().add(said);
        });
    }

    /** Enters them; gives the number of frames that carry a human's action. */
    int append(Dataset dataset, long rollout) {
        int labelled = driven;
        for (Run run : runs) {
            dataset.append(new JournalEntry.Labelled(0, rollout, run.expert, info.recordedAt(), run.label(rollout))).join();
            labelled += run.kind == Said.Kind.REJECTION ? 0 : run.length;
        }
        return labelled;
    }

    /** Neighbouring frames of which one expert said the same kind of thing. */
    private final class Run {
        private final int from;
        private final Said.Kind kind;
        private final String expert;
        private final List<Action> actions = new ArrayList<>();
        private int length;

        Run(int from, Said.Kind kind, String expert) {
            this.from = from;
            this.kind = kind;
            this.expert = expert;
        }

        boolean goesOn(int tick, Said said) {
            return tick == from + length && said.kind() == kind && said.expert().equals(expert);
        }

        void add(Said said) {
            length++;
            Optional<Action> wanted = kind == Said.Kind.CORRECTION ? said.action() : Optional.empty();
            wanted.ifPresent(actions::add);
        }

        Label label(long rollout) {
            TickRange range = new TickRange(from, from + length);
            return switch (kind) {
                case CORRECTION -> new Label.Correction(range, DrawnStroke.of(head(rollout), range, tick -> actions.get(tick - from)));
                case APPROVAL -> new Label.Approval(range);
                case REJECTION -> new Label.Rejection(range);
            };
        }

        private StrokeRecorder.Head head(long rollout) {
            Instant at = info.recordedAt();
            return new StrokeRecorder.Head(rollout, expert, DEVICE, at, info.environment().ticksPerSecond(), info.environment().action());
        }
    }
}
