package whetstone.labelling.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import whetstone.labelling.Budget;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.evaluation.LapTally;
import whetstone.model.policy.PolicyVersion;

/**
 * What the queue buys: a cloned learner drives, one human labels clips of its recordings for so many minutes of his own time, once in the
 * queue's order and once at random, in slow motion with feedback and repair; the learner is trained on what there is, and drives again.
 */
final class QueueStudy {
    private static final int ROUNDS = 2;
    private static final int DEMONSTRATED_STEPS = 300;
    private static final double RECORDED_SECONDS = 180;
    private static final double CLIP_SECONDS = 3;
    private static final int MOST_DRAWS = 200;
    /** Of a clip, beside its own length. */
    private static final double OVERHEAD_SECONDS = SimulatedSession.OPENING_SECONDS + SimulatedSession.RUN_UP_SECONDS
            + SimulatedSession.RUN_OUT_SECONDS;

    private final StudyPlan plan;
    private final SimulatedExpert expert;
    private final Path folder;
    private final StudyRoad road;

    QueueStudy(StudyPlan plan, SimulatedExpert expert, Path folder) {
        this.plan = plan;
        this.expert = expert;
        this.folder = folder;
        this.road = new StudyRoad(plan);
    }

    /** Which clip comes next. */
    public enum Order { RANKED, RANDOM }

    /** After all minutes; {@code before} is the cloned learner that both begin with. */
    record Result(Order order, LapTally before, LapTally after, int labels, int clips) {}

    List<Result> run() {
        List<Result> results = new ArrayList<>();
        for (Order order : Order.values()) {
            try (Dataset dataset = SqliteDataset.create(folder.resolve("queue-" + order + ".whetstone"));
                    SimulatedSession session = expert.session(Condition.SLOW_WITH_FEEDBACK.feedback(), 20)) {
                results.add(run(order, dataset, session));
            }
        }
        return results;
    }

    private Result run(Order order, Dataset dataset, SimulatedSession session) {
        expert.calibrate(session, dataset);
        long start = expert.seed() * 1_000_000 + 100_000;
        road.demonstrated(dataset, 0, start, DEMONSTRATED_STEPS);
        PolicyVersion cloned = train(dataset, 0);
        PolicyVersion version = cloned;
        int clips = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            List<Long> rollouts = road.driven(dataset, version, round, start + round * 1_000L,
                    (int) (RECORDED_SECONDS * plan.ticksPerSecond()));
            clips += spend(plan.queueMinutes() / ROUNDS, order, dataset, session, rollouts);
            version = train(dataset, round);
        }
        int labels = dataset.rollouts().stream().mapToInt(rollout -> dataset.track(rollout.id()).counts().corrected()).sum();
        return new Result(order, road.laps(cloned, expert.seed()), road.laps(version, expert.seed()), labels, clips);
    }

    /** Anew from all labels: what was labelled twice counts once, as it now is. */
    private PolicyVersion train(Dataset dataset, int round) {
        return StudyRoad.learner(expert.seed()).learn(dataset.examples(StudyRoad.ACTION), round, OptionalLong.empty());
    }

    /** Clip by clip, as long as the next one still fits into the time. @return how many clips were labelled */
    private int spend(double minutes, Order order, Dataset dataset, SimulatedSession session, List<Long> rollouts) {
        double until = session.seconds() + minutes * 60;
        ClipQueue queue = new ClipQueue(dataset);
        queue.look(() -> false);
        Random random = new Random(expert.seed() * 7 + rollouts.getFirst());
        Map<Long, double[]> right = new HashMap<>();
        int clips = 0;
        for (Optional<Clip> next = next(order, dataset, queue, rollouts, random, until - session.seconds()); next.isPresent();
                next = next(order, dataset, queue, rollouts, random, until - session.seconds())) {
            long id = next.get().rollout();
            session.label(dataset, id, right.computeIfAbsent(id, one -> TrueExpert.steering(dataset.rollout(one))), next.get().range(),
                    Condition.SLOW_WITH_FEEDBACK.speed());
            clips++;
        }
        return clips;
    }

    private Optional<Clip> next(Order order, Dataset dataset, ClipQueue queue, List<Long> rollouts, Random random, double secondsLeft) {
        Budget budget = new Budget(Math.max(0, secondsLeft), Condition.SLOW_WITH_FEEDBACK.speed(), OVERHEAD_SECONDS);
        return switch (order) {
            case RANKED -> queue.clips(budget).stream().findFirst();
            case RANDOM -> drawn(dataset, rollouts, random).filter(clip -> budget.cost(clip) <= budget.seconds());
        };
    }

    /** A stretch of which nothing is labelled yet, as long as most of the queue's. */
    private Optional<Clip> drawn(Dataset dataset, List<Long> rollouts, Random random) {
        int length = (int) Math.round(CLIP_SECONDS * plan.ticksPerSecond());
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            long id = rollouts.get(random.nextInt(rollouts.size()));
            LabelTrack track = dataset.track(id);
            int from = random.nextInt(Math.max(1, track.length() - length));
            TickRange range = new TickRange(from, Math.min(track.length(), from + length));
            if (IntStream.range(range.from(), range.to()).allMatch(tick -> track.entry(tick).isEmpty())) {
                return Optional.of(new Clip(id, range, plan.ticksPerSecond(), new Clip.Reason.Unseen(), 0));
            }
        }
        return Optional.empty();
    }
}
