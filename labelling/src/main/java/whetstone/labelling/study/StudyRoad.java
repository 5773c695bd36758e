package whetstone.labelling.study;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutWriter;
import whetstone.model.ActionSpec;
import whetstone.model.RolloutInfo;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.driving.Driver;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.LapTrial;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.learning.RidgeLearner;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;

/**
 * Where the study drives: recordings on Skyway's training tracks into a dataset, laps on tracks that nobody trained on. What the expert
 * would have done in the learner's place is not recorded, so that the queue can't see it. One thread.
 */
final class StudyRoad {
    /** Far from every start that is trained on. */
    private static final long EVALUATION_STARTS = 1L << 60;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T08:00:00Z"));
    static final ActionSpec ACTION = ActionSpec.STEER;
    private static final PolicyDescription DESCRIPTION = new PolicyDescription(new PolicyInput("front", 25, 19, PolicyInput.ColourSpace.LAB),
            new Network.Ridge(1e-3), ActionSpec.STEER);

    private final StudyPlan plan;
    private final List<Course> training;
    private final List<Course> unseen;

    StudyRoad(StudyPlan plan) {
        this.plan = plan;
        this.training = SkywayTracks.training().stream().map(this::course).toList();
        this.unseen = SkywayTracks.heldOut().stream().map(this::course).toList();
    }

    private Course course(String track) {
        Skyway skyway = new Skyway(SkywaySettings.experiment(track, plan.difficulty()).withTicksPerSecond(plan.ticksPerSecond()));
        return new Course(skyway, new PursuitExpert(skyway));
    }

    /** Keeps its Gram matrix: the examples that it is given must only grow. */
    static RidgeLearner learner(long seed) {
        return new RidgeLearner(DESCRIPTION, seed, 1, CLOCK);
    }

    /** The expert drives, which is a label by itself until somebody labels it. @return the rollouts' ids */
    List<Long> demonstrated(Dataset dataset, int round, long seed, int steps) {
        return recorded(dataset, round, seed, steps, course -> seen -> Decision.byExpert(course.expert().advise(seen)));
    }

    /** The policy drives alone. @return the rollouts' ids */
    List<Long> driven(Dataset dataset, PolicyVersion version, int round, long seed, int steps) {
        return recorded(dataset, round, seed, steps, _ -> byPolicy(version));
    }

    private static Driver byPolicy(PolicyVersion version) {
        Policy policy = new RidgePolicy(version.description(), version.weights());
        return seen -> Decision.byPolicy(policy.act(seen));
    }

    private List<Long> recorded(Dataset dataset, int round, long seed, int steps, Function<Course, Driver> driver) {
        List<Long> ids = new ArrayList<>();
        for (int index = 0; index < training.size(); index++) {
            Course course = training.get(index);
            int share = steps / training.size() + (index < steps % training.size() ? 1 : 0);
            RolloutWriter writer = dataset.record(new RolloutInfo(course.environment().spec(), course.name(), OptionalLong.empty(), round,
                    seed + index, CLOCK.instant(), Optional.empty()));
            new Drive(course.environment(), driver.apply(course), seed + index, true).ticks(share).forEach(writer::append);
            ids.add(writer.finish().join());
        }
        return ids;
    }

    /** Laps on the unseen tracks, alone. */
    LapTally laps(PolicyVersion version, long seed) {
        LapTrial trial = new LapTrial(() -> false);
        LapTally tally = LapTally.NONE;
        for (Course course : unseen) {
            tally = tally.plus(trial.drive(course, _ -> byPolicy(version), plan.laps(), EVALUATION_STARTS + seed * plan.laps()));
        }
        return tally;
    }
}
