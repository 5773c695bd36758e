package whetstone.labelling.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.TickRange;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.RolloutInfo;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.expert.PursuitExpert;

/**
 * One person's session of the study: the same clips of one drive labelled twice, live without feedback and slowly with it, in an order that
 * is balanced over persons. The drive is of a learner that steers too little, on Skyway, where the truth is known at every frame. Each
 * condition has its own copy of the recording, so that neither label covers the other. All of it lies in one dataset file.
 *
 * @param count clips in each condition
 * @param clipSeconds of the recording
 */
public record PeopleStudy(int count, double clipSeconds) {
    /** Some ten minutes with the calibration. */
    public static final PeopleStudy USUAL = new PeopleStudy(5, 6);

    /** How clips are labelled. */
    public enum Arm {
        LIVE(1, false), SLOW(0.25, true);

        private final double speed;
        private final boolean feedback;

        Arm(double speed, boolean feedback) {
            this.speed = speed;
            this.feedback = feedback;
        }

        /** Of playback, times real time. */
        public double speed() {
            return speed;
        }

        /** Whether the consequence of the stick is drawn. */
        public boolean feedback() {
            return feedback;
        }
    }

    private static final double RATE = 15;
    private static final double LEARNER_STEERS = 0.75;
    private static final long SEED = 20_261_123;

    public PeopleStudy {
        if (count < 1 || count > 100 || !(clipSeconds >= 0.1 && clipSeconds <= 60)) {
            throw new IllegalArgumentException("a session of " + count + " clips of " + clipSeconds + " s is not possible");
        }
    }

    /** The order for the nth person, from 1: the first begins live, the second slowly, and so on. */
    public static List<Arm> order(int person) {
        return person % 2 == 1 ? List.of(Arm.LIVE, Arm.SLOW) : List.of(Arm.SLOW, Arm.LIVE);
    }

    public List<TickRange> clips() {
        List<TickRange> clips = new ArrayList<>();
        int length = (int) Math.round(clipSeconds * RATE);
        for (int i = 0; i < count; i++) {
            clips.add(new TickRange(i * length, (i + 1) * length));
        }
        return clips;
    }

    /** Records the drive into an empty dataset, a copy for each arm. Takes some seconds. @return the rollouts' ids in the order of the arms */
    public List<Long> prepare(Dataset dataset, InstantSource clock) {
        List<Long> ids = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            Skyway skyway = new Skyway(new SkywaySettings(SkywayTracks.training().getFirst(), Difficulty.MEDIUM,
                    List.of(SkywayCameras.front(640, 360)), RATE, ActionSpec.STEER));
            PursuitExpert expert = new PursuitExpert(skyway);
            RolloutWriter writer = dataset.record(new RolloutInfo(skyway.spec(), "study " + arm.name().toLowerCase(java.util.Locale.ROOT),
                    OptionalLong.empty(), 0, SEED, clock.instant(), Optional.empty()));
            new Drive(skyway, seen -> Decision.byPolicy(timid(expert.advise(seen))), SEED, true).ticks(clips().getLast().to())
                    .forEach(writer::append);
            ids.add(writer.finish().join());
        }
        return ids;
    }

    private static Action timid(Action advised) {
        return new Action(ActionSpec.STEER, (float) (LEARNER_STEERS * advised.steer()));
    }

    /**
     * One labelled frame of a session.
     *
     * @param given what the stick said; repaired is what it is taken to have meant; right is what the program expert would have steered
     */
    public record Row(Arm arm, int tick, double learner, double given, double repaired, double right) {}

    /** Every frame that was labelled in an arm. @param rollout of that arm */
    public static List<Row> rows(Dataset dataset, Arm arm, long rollout) {
        double[] right = TrueExpert.steering(dataset.rollout(rollout));
        LabelTrack labels = dataset.track(rollout);
        List<Row> rows = new ArrayList<>();
        for (int tick = 0; tick < right.length; tick++) {
            Optional<Action> given = labels.raw(tick);
            Optional<Action> repaired = labels.correction(tick);
            if (given.isPresent() && repaired.isPresent()) {
                double learner = dataset.rollout(rollout).withoutPictures(tick).learnerAction().map(Action::steer).orElse(Float.NaN);
                rows.add(new Row(arm, tick, learner, given.get().steer(), repaired.get().steer(), right[tick]));
            }
        }
        return rows;
    }

    /**
     * What came of an arm.
     *
     * @param rawError root mean square of given minus right; repairedError of repaired minus right; NaN where nothing was labelled
     * @param labelsPerMinute of playback at the arm's speed
     */
    public record Summary(Arm arm, int labels, double rawError, double repairedError, double labelsPerMinute) {
        public static Summary of(Arm arm, List<Row> rows) {
            double raw = Math.sqrt(rows.stream().mapToDouble(row -> Math.pow(row.given - row.right, 2)).average().orElse(Double.NaN));
            double repaired = Math.sqrt(rows.stream().mapToDouble(row -> Math.pow(row.repaired - row.right, 2)).average().orElse(Double.NaN));
            return new Summary(arm, rows.size(), raw, repaired, 60 * RATE * arm.speed());
        }
    }
}
