package whetstone.app.commands;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import whetstone.model.EnvironmentSpec;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Driver;
import whetstone.model.driving.MixtureDriver;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.LapTrial;
import whetstone.model.learning.DAgger;
import whetstone.model.learning.Learner;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/** One repetition of an experiment with its own seed: DAgger and its control round by round, each policy driven on all tracks. */
final class DaggerRepetition implements AutoCloseable {
    /** Far from every start that the loop trains or validates on. */
    private static final long EVALUATION_STARTS = 1L << 60;

    private final DaggerPlan plan;
    private final long seed;
    private final BooleanSupplier cancelled;
    private final Courses courses;
    private final LapTrial trial;

    /** One policy's falls on both sets of tracks. */
    record Driven(LapTally unseen, LapTally training) {}

    /** The policy that an arm returns after a round, and the one it trained last. @param seconds to gather, train and validate */
    record ArmRound(Driven returned, Driven newest, int returnedRound, int labels, double seconds) {}

    record RoundDone(long seed, int round, ArmRound dagger, ArmRound cloning) {}

    record Result(Driven expert, List<RoundDone> rounds) {}

    DaggerRepetition(DaggerPlan plan, long seed, BooleanSupplier cancelled) {
        this.plan = plan;
        this.seed = seed;
        this.cancelled = cancelled;
        this.courses = new Courses(plan.world(), plan.wish());
        this.trial = new LapTrial(cancelled);
    }

    /** @throws CancellationException when cancelled */
    Result run(Consumer<RoundDone> progress) {
        List<Course> training = courses.training();
        EnvironmentSpec spec = training.getFirst().environment().spec();
        plan.requireMemory(spec);
        DAgger.Settings settings = new DAgger.Settings(plan.stepsPerRound(), plan.laps(), seed);
        Learner daggerLearner = plan.policy().learner(spec, seed, cancelled);
        Learner cloningLearner = plan.policy().learner(spec, seed, cancelled);
        Arm dagger = new Arm(daggerLearner,
                DAgger.scheduled(training, daggerLearner, settings, plan.beta(), InstantSource.system(), cancelled));
        Arm cloning = new Arm(cloningLearner,
                DAgger.behaviourCloning(training, cloningLearner, settings, InstantSource.system(), cancelled));
        Driven expert = driven(course -> seen -> Decision.byExpert(course.expert().advise(seen)));
        List<RoundDone> rounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            RoundDone done = new RoundDone(seed, round, dagger.next(), cloning.next());
            rounds.add(done);
            progress.accept(done);
        }
        return new Result(expert, rounds);
    }

    private Driven driven(Function<Course, Driver> driver) {
        Driven driven = driven(driver, courses.same());
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the experiment was cancelled");
        }
        return driven;
    }

    /** Where every seed is its own track, training tracks from starts that were never trained on are the unseen ones: driven once. */
    private Driven driven(Function<Course, Driver> driver, boolean same) {
        LapTally unseen = laps(courses.unseen(), driver);
        return new Driven(unseen, same ? unseen : laps(courses.training(), driver));
    }

    @Override
    public void close() {
        courses.close();
    }

    private LapTally laps(List<Course> courses, Function<Course, Driver> driver) {
        LapTally tally = LapTally.NONE;
        for (Course course : courses) {
            tally = tally.plus(trial.drive(course, driver, plan.laps(), EVALUATION_STARTS + seed * plan.laps()));
        }
        return tally;
    }

    /** One loop and what its policies were seen to do: a policy that is returned round after round is driven once. */
    private final class Arm {
        private final Learner learner;
        private final DAgger loop;
        private final Map<Integer, Driven> byRound = new HashMap<>();

        Arm(Learner learner, DAgger loop) {
            this.learner = learner;
            this.loop = loop;
        }

        ArmRound next() {
            long start = System.nanoTime();
            DAgger.RoundResult result = loop.nextRound();
            double seconds = (System.nanoTime() - start) * 1e-9;
            byRound.put(result.round(), drive(result.newest().policy()));
            int returned = result.best().policy().round();
            return new ArmRound(byRound.get(returned), byRound.get(result.round()), returned, result.labels(), seconds);
        }

        private Driven drive(PolicyVersion version) {
            try (Policy policy = learner.policy(version)) {
                return driven(course -> new MixtureDriver(policy, course.expert(), 0, new SplittableRandom(0)));
            }
        }
    }
}
