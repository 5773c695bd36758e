package whetstone.model.policy.onnx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import whetstone.model.ActionSpec;
import whetstone.model.MemoryRollout;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.RolloutExamples;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.learning.dl4j.NetworkTrainer;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;

/** Real small policies, trained on a minute of Skyway in a second or two, and pictures to judge them on. */
public final class SkywayPolicies {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:15:30Z"));
    public static final Trainers TRAINERS = new Trainers(List.of(new RidgeTrainer(CLOCK), new NetworkTrainer(CLOCK)));

    private SkywayPolicies() {}

    public static PolicyVersion convolutional() {
        return trained(Networks.smallConvolutionalPolicy("front", ActionSpec.STEER));
    }

    public static PolicyVersion ridge() {
        return trained(new PolicyDescription(new PolicyInput("front", 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3),
                ActionSpec.STEER));
    }

    public static PolicyVersion trained(PolicyDescription description) {
        RolloutExamples examples = new RolloutExamples(Step::expertAction);
        Skyway skyway = skyway(80, 60);
        PursuitExpert expert = new PursuitExpert(skyway);
        Drive drive = new Drive(skyway, seen -> Decision.byExpert(expert.advise(seen)), 7, false);
        examples.add(new MemoryRollout(new RolloutInfo(skyway.spec(), "drive", OptionalLong.empty(), 1, 7, CLOCK.instant(),
                Optional.of("program expert")), drive.ticks(300)));
        TrainingEvent end = TRAINERS.serving(description).train(new Trainer.Request(description, examples, "v1", OptionalLong.empty(), 1,
                3, 3, 32, 1e-3, 0, 3, 1), _ -> { }, () -> false);
        return ((TrainingEvent.Finished) end).policy();
    }

    public static Skyway skyway(int width, int height) {
        return new Skyway(SkywaySettings.experiment(SkywayTracks.training().getFirst(), Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(width, height))));
    }

    /** Half of them as the expert sees them while it drives, half of them noise: values that no road has. */
    static List<Observation> frames(int count, int width, int height) {
        List<Observation> frames = new ArrayList<>(noise(count / 2, width, height, 3));
        Skyway skyway = skyway(width, height);
        PursuitExpert expert = new PursuitExpert(skyway);
        Drive drive = new Drive(skyway, seen -> Decision.byExpert(expert.advise(seen)), 9, false);
        drive.ticks(count - frames.size()).forEach(step -> frames.add(step.seen()));
        return frames;
    }

    static List<Observation> noise(int count, int width, int height, int channels) {
        Random random = new Random(width * 31L + height);
        List<Observation> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] samples = new byte[width * height * channels];
            random.nextBytes(samples);
            frames.add(new Observation(Map.of("front", new Picture(width, height, channels, samples)), StateVector.EMPTY));
        }
        return frames;
    }
}
