package whetstone.model.policy.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/**
 * A program of its own, with a heap that can't grow: opens policies, acts once with each, closes them ({@code close}) or keeps them open
 * ({@code keep}), and prints by how many kilobytes a policy the resident memory grew.
 */
final class ActingMemory {
    /** The first ones load ONNX Runtime and let the compiler and the allocators settle. */
    private static final int FIRST = 300;
    private static final int MEASURED = 1000;

    private final List<Policy> kept = new ArrayList<>();
    private final Observation seen = SkywayPolicies.noise(1, 40, 30, 3).getFirst();
    private final boolean close;

    private ActingMemory(boolean close) {
        this.close = close;
    }

    public static void main(String[] arguments) throws IOException {
        ActingMemory acting = new ActingMemory(arguments[0].equals("close"));
        acting.open(FIRST);
        long before = residentKilobytes();
        acting.open(MEASURED);
        System.out.println((residentKilobytes() - before) / MEASURED);
        System.exit(0);
    }

    private void open(int times) {
        PolicyDescription description = Networks.smallConvolutionalPolicy("front", ActionSpec.STEER);
        PolicyVersion version = new PolicyVersion(0, "v1", OptionalLong.empty(), 1, description,
                new Weights(new float[description.weightCount()]), 1, 1, OptionalDouble.empty(), SkywayPolicies.CLOCK.instant());
        for (int i = 0; i < times; i++) {
            Policy policy = SkywayPolicies.TRAINERS.policy(version);
            policy.act(seen);
            if (close) {
                policy.close();
            } else {
                kept.add(policy);
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }
}
