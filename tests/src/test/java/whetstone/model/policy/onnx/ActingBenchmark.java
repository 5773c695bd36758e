package whetstone.model.policy.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BiFunction;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/**
 * What acts faster: the engine that trained a policy, or ONNX Runtime. Drives Skyway with a trained network by both in turn, and times single
 * frames: {@code tests/benchmarks/run ActingBenchmark}. Everything on one core.
 */
final class ActingBenchmark {
    private static final int TICKS = 3000;
    private static final int TURNS = 5;
    private static final int FRAMES = 3000;

    private ActingBenchmark() {}

    /** Something that acts, by its name. */
    private record Way(String name, BiFunction<PolicyVersion, PictureSize, Policy> policy) {}

    private static final List<Way> WAYS = List.of(new Way("by what trained it", (version, _) -> SkywayPolicies.TRAINERS.judge(version)),
            new Way("as it acts", (version, _) -> SkywayPolicies.TRAINERS.policy(version)),
            new Way("its export in ONNX Runtime", (version, size) -> new ExportedPolicy(version.description(),
                    OnnxExport.write(version.description(), version.weights(), size, Map.of()), size)));

    public static void main(String[] arguments) {
        PolicyVersion small = SkywayPolicies.convolutional();
        for (int[] camera : new int[][] {{40, 30}, {96, 96}}) {
            drive(small, camera[0], camera[1]);
        }
        frames("small CNN, 40x30", small, 40, 30);
        frames("small CNN, 640x480", small, 640, 480);
        frames("DAVE-2, 200x66", dave2(), 200, 66);
        frames("ridge, 25x19", SkywayPolicies.ridge(), 25, 19);
        System.exit(0);
    }

    private static void drive(PolicyVersion version, int width, int height) {
        double[][] speeds = new double[2][TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            for (int way = 0; way < 2; way++) {
                double speed = stepsPerSecond(WAYS.get(way), version, width, height);
                if (turn >= 0) {
                    speeds[way][turn] = speed;
                }
            }
        }
        for (int way = 0; way < 2; way++) {
            Arrays.sort(speeds[way]);
            System.out.printf(Locale.ROOT, "rollout, small CNN, Skyway at %dx%d, %s: %,.0f steps/s (median of %d; %,.0f to %,.0f)%n", width, height,
                    WAYS.get(way).name, speeds[way][TURNS / 2], TURNS, speeds[way][0], speeds[way][TURNS - 1]);
        }
    }

    private static double stepsPerSecond(Way way, PolicyVersion version, int width, int height) {
        try (Policy policy = way.policy.apply(version, new PictureSize(width, height, 3))) {
            Drive drive = new Drive(SkywayPolicies.skyway(width, height), seen -> Decision.byPolicy(policy.act(seen)), 3, false);
            drive.ticks(50);
            long start = System.nanoTime();
            for (int tick = 0; tick < TICKS; tick++) {
                drive.tick();
            }
            return TICKS * 1e9 / (System.nanoTime() - start);
        }
    }

    private static void frames(String name, PolicyVersion version, int width, int height) {
        List<Observation> seen = SkywayPolicies.noise(50, width, height, 3);
        for (Way way : WAYS) {
            try (Policy policy = way.policy.apply(version, new PictureSize(width, height, 3))) {
                long[] nanos = new long[FRAMES];
                for (int i = -500; i < FRAMES; i++) {
                    long start = System.nanoTime();
                    policy.act(seen.get(Math.floorMod(i, seen.size())));
                    nanos[Math.max(0, i)] = System.nanoTime() - start;
                }
                Arrays.sort(nanos);
                System.out.printf(Locale.ROOT, "one frame, %s, %s: p50 %.3f ms, p99 %.3f ms%n", name, way.name, nanos[FRAMES / 2] * 1e-6,
                        nanos[FRAMES * 99 / 100] * 1e-6);
            }
        }
    }

    private static PolicyVersion dave2() {
        PolicyDescription description = new PolicyDescription(new PolicyInput("front", 200, 66, PolicyInput.ColourSpace.RGB),
                Networks.dave2(), ActionSpec.STEER);
        Random random = new Random(5);
        float[] values = new float[description.weightCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.05f;
        }
        return new PolicyVersion(0, "dave-2", OptionalLong.empty(), 1, description, new Weights(values), 1, 1, OptionalDouble.empty(),
                SkywayPolicies.CLOCK.instant());
    }
}
