package whetstone.labelling.study;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Rollout;
import whetstone.model.evaluation.LapTally;
import whetstone.model.learning.Examples;
import whetstone.model.learning.RidgeLearner;
import whetstone.model.policy.PolicyVersion;

/**
 * DAgger with a human: in the first round the expert drives, then the learner; one human labels every frame of every recording, and
 * the learner is trained on the dataset's examples. The same starts and the same number of labels whoever labels.
 */
final class DrivingStudy {
    private final StudyPlan plan;
    private final SimulatedExpert expert;
    private final Path folder;
    private final StudyRoad road;

    DrivingStudy(StudyPlan plan, SimulatedExpert expert, Path folder) {
        this.plan = plan;
        this.expert = expert;
        this.folder = folder;
        this.road = new StudyRoad(plan);
    }

    /** Whose labels the learner is trained on. */
    public enum Arm {
        /** The true expert's own action at every frame. */
        PERFECT("perfect"),
        /** Given at full speed without feedback, used as they were given. */
        RAW_LIVE("raw live"),
        /** The same, repaired. */
        REPAIRED_LIVE("live, repaired"),
        /** Given at a quarter of the speed with feedback, repaired. */
        REPAIRED_SLOW("1/4 + feedback, repaired");

        private final String words;

        Arm(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What the policy of the last round did on unseen tracks. @param minutes of the human's time, calibration and all; 0 for nobody's */
    record Result(Arm arm, LapTally laps, int labels, double minutes) {}

    List<Result> run() {
        List<Result> results = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            try (Dataset dataset = SqliteDataset.create(folder.resolve("driving-" + arm + ".whetstone"))) {
                results.add(run(arm, dataset));
            }
        }
        return results;
    }

    private Result run(Arm arm, Dataset dataset) {
        return switch (arm) {
            case PERFECT -> rounds(arm, dataset, (id, right) -> dictate(dataset, id, right), () -> 0);
            case RAW_LIVE, REPAIRED_LIVE -> byHand(arm, dataset, Condition.LIVE);
            case REPAIRED_SLOW -> byHand(arm, dataset, Condition.SLOW_WITH_FEEDBACK);
        };
    }

    private Result byHand(Arm arm, Dataset dataset, Condition condition) {
        try (SimulatedSession session = expert.session(condition.feedback(), 10 + arm.ordinal())) {
            if (arm != Arm.RAW_LIVE) {
                expert.calibrate(session, dataset);
            }
            return rounds(arm, dataset, (id, right) -> session.label(dataset, id, right, new TickRange(0, right.length),
                    condition.speed()), session::seconds);
        }
    }

    private Result rounds(Arm arm, Dataset dataset, Labelling labelling, DoubleSupplier seconds) {
        RidgeLearner learner = StudyRoad.learner(expert.seed());
        List<PolicyVersion> versions = new ArrayList<>();
        int labels = 0;
        for (int round = 1; round <= plan.rounds(); round++) {
            long start = expert.seed() * 1_000_000 + round * 1_000L;
            List<Long> rollouts = round == 1 ? road.demonstrated(dataset, round, start, plan.stepsPerRound())
                    : road.driven(dataset, versions.getLast(), round, start, plan.stepsPerRound());
            for (long id : rollouts) {
                double[] right = TrueExpert.steering(dataset.rollout(id));
                labelling.label(id, right);
                labels += dataset.track(id).counts().corrected();
            }
            Examples examples = dataset.examples(StudyRoad.ACTION);
            if (labels != plan.stepsPerRound() * round || examples.size() != labels) {
                throw new IllegalStateException("only " + labels + " of " + examples.size() + " frames carry a label in round " + round);
            }
            versions.add(learner.learn(examples, round, OptionalLong.empty()));
        }
        return new Result(arm, road.laps(versions.getLast(), expert.seed()), labels, seconds.getAsDouble() / 60);
    }

    private static void dictate(Dataset dataset, long id, double[] right) {
        Rollout rollout = dataset.rollout(id);
        TickRange all = new TickRange(0, right.length);
        StrokeRecorder.Head head = new StrokeRecorder.Head(id, "true expert", DrawnStroke.DEVICE, Instant.EPOCH,
                rollout.info().environment().ticksPerSecond(), StudyRoad.ACTION);
        dataset.append(new JournalEntry.Labelled(0, id, head.expert(), head.startedAt(), new Label.Correction(all,
                DrawnStroke.of(head, all, tick -> StudyRoad.ACTION.clamp((float) right[tick]))))).join();
    }

    @FunctionalInterface
    private interface Labelling {
        void label(long rollout, double[] right);
    }
}
