package whetstone.labelling.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;
import whetstone.model.Rollout;
import whetstone.model.learning.RidgeLearner;
import whetstone.model.policy.PolicyVersion;

/**
 * How far labels lie from what the true expert would have done: a cloned learner drives, and one human labels its recordings in every
 * condition. Raw and repaired labels are two readings of the same strokes.
 */
final class LabelErrorStudy {
    private static final int DEMONSTRATED_STEPS = 300;
    private static final double RECORDED_SECONDS = 90;

    private final StudyPlan plan;
    private final SimulatedExpert expert;
    private final Path folder;

    LabelErrorStudy(StudyPlan plan, SimulatedExpert expert, Path folder) {
        this.plan = plan;
        this.expert = expert;
        this.folder = folder;
    }

    /**
     * One condition.
     *
     * @param raw root mean square of label less truth, in steering of [-1, 1]
     * @param labelsPerMinute of the human's time, with opening clips but without the calibration
     */
    record Result(Condition condition, double raw, double repaired, double labelsPerMinute, int labels) {}

    List<Result> run() {
        List<Result> results = new ArrayList<>();
        for (Condition condition : Condition.ALL) {
            try (Dataset dataset = SqliteDataset.create(folder.resolve("error-" + results.size() + ".whetstone"))) {
                results.add(labelled(condition, dataset));
            }
        }
        return results;
    }

    private Result labelled(Condition condition, Dataset dataset) {
        List<Long> rollouts = recordings(dataset);
        double[] squares = new double[2];
        int labels = 0;
        try (SimulatedSession session = expert.session(condition.feedback(), condition.speed() == 1 ? 1 : 2)) {
            expert.calibrate(session, dataset);
            double calibrated = session.seconds();
            for (long id : rollouts) {
                Rollout rollout = dataset.rollout(id);
                double[] right = TrueExpert.steering(rollout);
                session.label(dataset, id, right, new TickRange(0, rollout.length()), condition.speed());
                LabelTrack track = dataset.track(id);
                for (int tick = 0; tick < rollout.length(); tick++) {
                    if (track.correction(tick).isPresent()) {
                        labels++;
                        squares[0] += square(track.raw(tick).orElseThrow(), right[tick]);
                        squares[1] += square(track.correction(tick).orElseThrow(), right[tick]);
                    }
                }
            }
            return new Result(condition, Math.sqrt(squares[0] / labels), Math.sqrt(squares[1] / labels),
                    labels / ((session.seconds() - calibrated) / 60), labels);
        }
    }

    private static double square(Action given, double right) {
        return (given.steer() - right) * (given.steer() - right);
    }

    private List<Long> recordings(Dataset dataset) {
        StudyRoad road = new StudyRoad(plan);
        long seed = expert.seed() * 1_000_000;
        RidgeLearner learner = StudyRoad.learner(expert.seed());
        road.demonstrated(dataset, 1, seed, DEMONSTRATED_STEPS);
        PolicyVersion cloned = learner.learn(dataset.examples(StudyRoad.ACTION), 1, OptionalLong.empty());
        return road.driven(dataset, cloned, 2, seed + 500, (int) (RECORDED_SECONDS * plan.ticksPerSecond()));
    }
}
