package whetstone.labelling.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.TickRange;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;
import whetstone.model.VehicleModel;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** Recordings as an environment would give them, made of a seed. */
final class Recordings {
    static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private Recordings() {}

    static EnvironmentSpec environment(int width, int height) {
        return new EnvironmentSpec("test road", "", 30, ActionSpec.STEER,
                List.of(new Camera("front", width, height, 3, new CameraProfile(1, 10, 90, 0, 0))),
                List.of(EnvironmentSpec.SPEED), new VehicleModel(1, 30, 180, 1, 5), false);
    }

    static RolloutInfo info(EnvironmentSpec environment) {
        return new RolloutInfo(environment, "test road", OptionalLong.empty(), 1, 7, AT, Optional.empty());
    }

    /** A road in perspective with some noise, different at every tick. */
    static Picture picture(int width, int height, long seed) {
        byte[] samples = new byte[width * height * 3];
        Random random = new Random(seed);
        double bend = random.nextDouble() - 0.5;
        for (int row = 0; row < height; row++) {
            double depth = (double) row / height;
            for (int column = 0; column < width; column++) {
                double across = Math.abs((double) column / width - 0.5 - bend * (1 - depth));
                int grey = across < depth / 2 ? 90 + (row * 31 + column * 17) % 7 : 200 - row * 100 / height;
                int at = (row * width + column) * 3;
                samples[at] = (byte) grey;
                samples[at + 1] = (byte) (grey - 10);
                samples[at + 2] = (byte) (grey + 20);
            }
        }
        return new Picture(width, height, 3, samples);
    }

    static Step step(EnvironmentSpec environment, int tick) {
        return step(environment, tick, Control.POLICY, Set.of());
    }

    static Step step(EnvironmentSpec environment, int tick, Control control, Set<Event> events) {
        Camera front = environment.frontCamera();
        return new Step(tick, new Observation(Map.of("front", picture(front.width(), front.height(), tick)), new StateVector(5)),
                Optional.of(new Action(ActionSpec.STEER, learner(tick))), Optional.of(new Action(ActionSpec.STEER, -learner(tick))),
                control, Optional.empty(), events, Optional.empty());
    }

    /** What the learner wanted at a tick. */
    static float learner(int tick) {
        return tick % 100 / 200f;
    }

    /** Records a rollout of the learner and waits for it. */
    static long rollout(SqliteDataset dataset, int length) {
        EnvironmentSpec environment = environment(16, 12);
        RolloutWriter writer = dataset.record(info(environment));
        for (int tick = 0; tick < length; tick++) {
            writer.append(step(environment, tick));
        }
        return writer.finish().join();
    }

    static PolicyVersion policy(String name, OptionalLong parent) {
        return new PolicyVersion(0, name, parent, 1, new PolicyDescription(new PolicyInput("front", 2, 2, PolicyInput.ColourSpace.RGB),
                new Network.Ridge(0.1), ActionSpec.STEER), new Weights(new float[13]), 5, 100, OptionalDouble.of(0.25), AT);
    }

    /** Makes a file with a rollout, a label, a policy and a setting. */
    static void filled(Path file) {
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            long rollout = rollout(dataset, 100);
            dataset.append(new JournalEntry.Labelled(0, rollout, "ada", AT, new Label.Approval(new TickRange(0, 5)))).join();
            dataset.save(policy("v1", OptionalLong.empty())).join();
            dataset.setSetting("expert", "ada").join();
        }
    }
}
