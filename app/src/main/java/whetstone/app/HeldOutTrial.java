package whetstone.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import whetstone.labelling.Round;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.MemoryRollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.driving.Course;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.evaluation.FallsPerLap;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.LapTrial;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.learning.Examples;
import whetstone.model.learning.RolloutExamples;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * Drives a new policy over Skyway's held-out tracks, and beside it the control: behaviour cloning with the same settings on as many
 * frames that the program expert drove on the training tracks. Recordings of other environments can't be driven: they are not
 * measured. Pictures are drawn small, so that a measurement takes seconds; the policy averages them down further. Train thread.
 */
public final class HeldOutTrial implements Retraining.Examination, Ablations.Driving {
    private static final int WIDTH = 80;
    private static final int LAPS_PER_TRACK = 3;
    private static final long FIRST_SEED = 1_000_000;
    /** A rollout of the control is this long, so that its held-out share is a share of rollouts too. */
    private static final int FRAMES_PER_ROLLOUT = 250;
    /** A control on more labels than this would not fit in memory. */
    private static final int MOST_CLONED = 20_000;

    private final Words words = Words.of("retraining");
    private final Trainers trainers;
    private final InstantSource clock;

    public HeldOutTrial(Trainers trainers, InstantSource clock) {
        this.trainers = trainers;
        this.clock = clock;
    }

    @Override
    public Result measure(PolicyVersion version, Trainer.Request request, EnvironmentSpec environment, Consumer<String> progress,
                          BooleanSupplier cancelled) {
        if (!environment.name().equals(SkywaySettings.NAME)) {
            return new Result(Round.Measured.NOT, Round.Measured.NOT);
        }
        SkywaySettings world = small(SkywaySettings.of(environment));
        Round.Measured policy = drive(version, world, "measuring.policy", progress, cancelled);
        progress.accept(words.get("measuring.cloning"));
        return new Result(policy, clone(request, world, progress, cancelled));
    }

    @Override
    public Round.Measured falls(PolicyVersion version, EnvironmentSpec environment, Consumer<String> progress, BooleanSupplier cancelled) {
        return environment.name().equals(SkywaySettings.NAME)
                ? drive(version, small(SkywaySettings.of(environment)), "measuring.policy", progress, cancelled) : Round.Measured.NOT;
    }

    private Round.Measured drive(PolicyVersion version, SkywaySettings world, String key, Consumer<String> progress,
                                 BooleanSupplier cancelled) {
        LapTrial trial = new LapTrial(cancelled);
        List<LapTally> tracks = new ArrayList<>();
        try (Policy policy = trainers.policy(version)) {
            for (String track : SkywayTracks.heldOut()) {
                progress.accept(words.get(key, track));
                tracks.add(trial.drive(course(world.withTrack(track)), _ -> seen -> Decision.byPolicy(policy.act(seen)), LAPS_PER_TRACK,
                        FIRST_SEED));
            }
        }
        stopIf(cancelled);
        FallsPerLap falls = FallsPerLap.over(tracks, 1);
        return new Round.Measured(falls.interquartileMean(), falls.low(), falls.high(), falls.laps());
    }

    private Round.Measured clone(Trainer.Request request, SkywaySettings world, Consumer<String> progress, BooleanSupplier cancelled) {
        int labels = request.examples().size();
        if (labels > MOST_CLONED) {
            return Round.Measured.NOT;
        }
        Trainer.Request control = new Trainer.Request(request.description(), byExpert(labels, world, cancelled), "cloning",
                OptionalLong.empty(), request.round(), request.seed(), request.epochs(), request.batch(), request.learningRate(),
                request.heldOutShare(), request.patience(), request.threads());
        return switch (trainers.serving(control.description()).train(control, _ -> { }, cancelled)) {
            case TrainingEvent.Finished finished ->
                    drive(finished.policy(), world, "measuring.clone", progress, cancelled);
            case TrainingEvent.Cancelled _ -> throw new CancellationException("the measurement was cancelled");
            case TrainingEvent.Failed failed -> throw new IllegalStateException("the cloning control was not trained: " + failed.reason());
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ -> throw new IllegalStateException("a run returned before its end");
        };
    }

    /** Frames that the expert drove, shared out over the training tracks in rollouts from many starts. */
    private Examples byExpert(int labels, SkywaySettings world, BooleanSupplier cancelled) {
        List<Course> courses = SkywayTracks.training().stream().map(track -> course(world.withTrack(track))).toList();
        RolloutExamples examples = new RolloutExamples(Step::expertAction);
        for (int rollout = 0; examples.size() < labels; rollout++) {
            stopIf(cancelled);
            Course course = courses.get(rollout % courses.size());
            Drive drive = new Drive(course.environment(), seen -> Decision.byExpert(course.expert().advise(seen)), rollout, false);
            RolloutInfo info = new RolloutInfo(course.environment().spec(), course.name(), OptionalLong.empty(), 0, rollout,
                    clock.instant(), Optional.of("program expert"));
            examples.add(new MemoryRollout(info, drive.ticks(Math.min(FRAMES_PER_ROLLOUT, labels - examples.size()))));
        }
        return examples;
    }

    private static SkywaySettings small(SkywaySettings world) {
        Camera front = world.cameras().getFirst();
        // Another shape would be squeezed otherwise into what the policy takes: not what it was trained on.
        int height = Math.max(1, Math.round((float) WIDTH * front.height() / front.width()));
        return world.withCameras(List.of(new Camera(front.name(), WIDTH, height, front.channels(), front.profile())));
    }

    private static Course course(SkywaySettings settings) {
        Skyway skyway = new Skyway(settings);
        return new Course(skyway, new PursuitExpert(skyway));
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the measurement was cancelled");
        }
    }
}
