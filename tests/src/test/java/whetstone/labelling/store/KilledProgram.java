package whetstone.labelling.store;

import static whetstone.labelling.store.Recordings.AT;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Round;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.Examples;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** A program that works on a dataset file until it is killed, and prints a number after everything it did. */
final class KilledProgram {
    private KilledProgram() {}

    public static void main(String[] arguments) {
        SqliteDataset dataset = SqliteDataset.openOrCreate(Path.of(arguments[0]));
        switch (arguments[1]) {
            case "stroke" -> stroke(dataset);
            case "recording" -> recording(dataset);
            case "training" -> training(dataset);
            case "rounds" -> rounds(dataset);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** Prints the time of every sample once it was handed over. */
    private static void stroke(SqliteDataset dataset) {
        long rollout = Recordings.rollout(dataset, 3_000);
        StrokeWriter stroke = dataset.beginStroke(rollout, "ada", "wheel", AT, 30, ActionSpec.STEER);
        stroke.append(new PlaybackSegment(System.nanoTime(), 0, 1));
        while (true) {
            long now = System.nanoTime();
            stroke.append(new StrokeSamples(1, new long[] {now}, new float[] {0.5f}));
            System.out.println(now);
            LockSupport.parkNanos(8_000_000);
        }
    }

    /** Prints only what is recorded while more than a hundred frames are on disk, however slow the machine. */
    private static void recording(SqliteDataset dataset) {
        EnvironmentSpec road = Recordings.environment(64, 48);
        RolloutWriter writer = dataset.record(Recordings.info(road));
        for (int tick = 0;; tick++) {
            writer.append(Recordings.step(road, tick));
            if (dataset.rollouts().stream().anyMatch(rollout -> rollout.length() > 100)) {
                System.out.println(tick);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void training(SqliteDataset dataset) {
        long rollout = Recordings.rollout(dataset, 300);
        dataset.append(new JournalEntry.Labelled(0, rollout, "ada", AT, new Label.Approval(new TickRange(0, 300)))).join();
        Examples examples = dataset.examples(ActionSpec.STEER);
        for (int i = 0;; i++) {
            System.out.println(i + examples.get(i % examples.size()).weight() * 0);
        }
    }

    private static void rounds(SqliteDataset dataset) {
        long rollout = Recordings.rollout(dataset, 3);
        for (int number = 1;; number++) {
            PolicyVersion policy = dataset.save(policy(number)).join();
            dataset.save(new Round(0, number, OptionalLong.empty(), OptionalLong.of(policy.id()), List.of(rollout), 3, "{}", 1,
                    OptionalDouble.empty(), Round.Measured.NOT, Round.Measured.NOT, AT)).join();
            System.out.println(number);
        }
    }

    private static PolicyVersion policy(int number) {
        PolicyInput input = new PolicyInput("front", 50, 40, PolicyInput.ColourSpace.RGB);
        return new PolicyVersion(0, "v" + number, OptionalLong.empty(), number,
                new PolicyDescription(input, new Network.Ridge(0.1), ActionSpec.STEER), new Weights(new float[input.size() + 1]), 1, 3,
                OptionalDouble.empty(), AT);
    }
}
