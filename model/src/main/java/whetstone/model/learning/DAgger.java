package whetstone.model.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import whetstone.model.MemoryRollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.driving.Driver;
import whetstone.model.driving.MixtureDriver;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.LapTrial;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * Dataset Aggregation, Algorithm 3.1 of Ross, Gordon, Bagnell 2011 (arXiv 1011.0686), one round at a call: drive with the mixture of
 * expert and learner, label every state with the expert's action, add it to all before, train on all, and keep the best policy on
 * validation. Its control, behaviour cloning, is the same loop in which the expert always drives: same courses, same seeds, same
 * number of labels, same validation.
 *
 * <p>Validation is driving: laps on the training courses from starts that are never trained on; fewer falls are better
 * (where the environment gives rewards: a larger return), and of equals the one nearer to the expert in the states that it came to itself.
 */
public final class DAgger {
    /** Starts that belong to one seed of the loop: those for training count up from zero, those for validation down from minus one. */
    private static final long STARTS = 1_000_000;
    private static final long STARTS_PER_ROUND = 1_000;

    private final List<Course> courses;
    private final Learner learner;
    private final Settings settings;
    private final Expertise expertise;
    private final InstantSource clock;
    private final BooleanSupplier cancelled;
    private final RolloutExamples dataset = new RolloutExamples(Step::expertAction);
    private Optional<Validated> best = Optional.empty();
    private Optional<PolicyVersion> newest = Optional.empty();
    private int round;

    /**
     * @param stepsPerRound labels gathered in a round, shared out evenly over the courses
     * @param validationLaps for each course
     * @param seed 0 to 10^12
     */
    public record Settings(int stepsPerRound, int validationLaps, long seed) {
        public Settings {
            if (stepsPerRound < 1 || validationLaps < 1) {
                throw new IllegalArgumentException("a round of " + stepsPerRound + " steps with " + validationLaps
                        + " laps for validation; both must be at least 1");
            }
            if (seed < 0 || seed > 1_000_000_000_000L) {
                throw new IllegalArgumentException("the seed is " + seed + "; it must be between 0 and 10^12");
            }
        }
    }

    /** A policy and how it drove on validation. */
    public record Validated(PolicyVersion policy, LapTally validation) {
        boolean betterThan(Validated other) {
            double difference = validation.returns().isEmpty() ? validation.fallsPerLap() - other.validation.fallsPerLap()
                    : other.validation.meanReturn() - validation.meanReturn();
            return difference < 0 || difference == 0 && validation.imitationLoss() < other.validation.imitationLoss();
        }
    }

    /**
     * What a round ended with.
     *
     * @param labels of all rounds so far
     * @param best what the algorithm returns if this round is the last
     */
    public record RoundResult(int round, int labels, double beta, Validated newest, Validated best) {}

    /** Who drives: a schedule, or the expert always. */
    private sealed interface Expertise {
        record Scheduled(BetaSchedule schedule) implements Expertise {}

        record Always() implements Expertise {}
    }

    private DAgger(List<Course> courses, Learner learner, Settings settings, Expertise expertise, InstantSource clock,
                   BooleanSupplier cancelled) {
        if (courses.isEmpty()) {
            throw new IllegalArgumentException("DAgger needs at least one course to drive on");
        }
        this.courses = List.copyOf(courses);
        this.learner = learner;
        this.settings = settings;
        this.expertise = expertise;
        this.clock = clock;
        this.cancelled = cancelled;
    }

    public static DAgger scheduled(List<Course> courses, Learner learner, Settings settings, BetaSchedule schedule, InstantSource clock,
                                   BooleanSupplier cancelled) {
        return new DAgger(courses, learner, settings, new Expertise.Scheduled(schedule), clock, cancelled);
    }

    /** The control: the expert always drives. */
    public static DAgger behaviourCloning(List<Course> courses, Learner learner, Settings settings, InstantSource clock,
                                          BooleanSupplier cancelled) {
        return new DAgger(courses, learner, settings, new Expertise.Always(), clock, cancelled);
    }

    /**
     * Drives, labels, trains and validates once.
     *
     * @throws TrainingException with a sentence if training gives nothing usable
     * @throws CancellationException when cancelled; the loop is then not to be used again
     */
    public RoundResult nextRound() {
        round++;
        double beta = beta();
        gather(beta);
        PolicyVersion trained = learner.learn(dataset, round, parent());
        newest = Optional.of(trained);
        Validated validated = new Validated(trained, validate(trained));
        stopIfCancelled();
        if (best.isEmpty() || validated.betterThan(best.get())) {
            best = Optional.of(validated);
        }
        return new RoundResult(round, dataset.size(), beta, validated, best.get());
    }

    /** Everything gathered so far: all rounds. */
    public Examples dataset() {
        return dataset;
    }

    private double beta() {
        return switch (expertise) {
            case Expertise.Scheduled scheduled -> scheduled.schedule().beta(round);
            case Expertise.Always _ -> 1;
        };
    }

    private OptionalLong parent() {
        return newest.map(version -> OptionalLong.of(version.id())).orElse(OptionalLong.empty());
    }

    private void gather(double beta) {
        for (int index = 0; index < courses.size(); index++) {
            stopIfCancelled();
            int steps = settings.stepsPerRound() / courses.size() + (index < settings.stepsPerRound() % courses.size() ? 1 : 0);
            Course course = courses.get(index);
            gather(course, beta, settings.seed() * STARTS + round * STARTS_PER_ROUND + index, steps);
        }
    }

    /** One rollout where episodes don't end; as many as it takes where they do. */
    private void gather(Course course, double beta, long firstSeed, int steps) {
        int gathered = 0;
        long seed = firstSeed;
        while (gathered < steps) {
            stopIfCancelled();
            List<Step> driven = drive(course, beta, seed, steps - gathered);
            dataset.add(new MemoryRollout(info(course, seed), driven));
            gathered += driven.size();
            seed += courses.size();
        }
    }

    private List<Step> drive(Course course, double beta, long seed, int steps) {
        // Without a learner, and where it would never be followed, there is nobody to ask but the expert.
        if (newest.isEmpty() || beta == 1) {
            return drive(course, seen -> Decision.byExpert(course.expert().advise(seen)), seed, steps);
        }
        try (Policy policy = learner.policy(newest.get())) {
            return drive(course, new MixtureDriver(policy, course.expert(), beta, new SplittableRandom(~seed)), seed, steps);
        }
    }

    private static List<Step> drive(Course course, Driver driver, long seed, int steps) {
        return new Drive(course.environment(), driver, seed, false).ticks(steps);
    }

    private RolloutInfo info(Course course, long seed) {
        return new RolloutInfo(course.environment().spec(), course.name(), parent(), round, seed, clock.instant(),
                Optional.of("program expert"));
    }

    private LapTally validate(PolicyVersion version) {
        LapTrial trial = new LapTrial(cancelled);
        LapTally tally = LapTally.NONE;
        try (Policy policy = learner.policy(version)) {
            for (Course course : courses) {
                tally = tally.plus(trial.drive(course,
                        on -> new MixtureDriver(policy, on.expert(), 0, new SplittableRandom(0)), settings.validationLaps(),
                        -(settings.seed() + 1) * STARTS));
            }
        }
        return tally;
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("DAgger was cancelled in round " + round);
        }
    }
}
