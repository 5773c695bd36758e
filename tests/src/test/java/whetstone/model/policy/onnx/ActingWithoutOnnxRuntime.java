package whetstone.model.policy.onnx;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** A program of its own: acts where ONNX Runtime's library is not to be found, and prints what the policy remarks. */
final class ActingWithoutOnnxRuntime {
    private ActingWithoutOnnxRuntime() {}

    public static void main(String[] arguments) {
        PolicyDescription description = Networks.smallConvolutionalPolicy("front", ActionSpec.STEER);
        PolicyVersion version = new PolicyVersion(0, "v1", OptionalLong.empty(), 1, description,
                new Weights(new float[description.weightCount()]), 1, 1, OptionalDouble.empty(), SkywayPolicies.CLOCK.instant());
        try (Policy policy = SkywayPolicies.TRAINERS.policy(version)) {
            policy.act(SkywayPolicies.noise(1, 40, 30, 3).getFirst());
            System.out.println("acted; " + policy.remark().orElse("no remark"));
        }
        System.exit(0);
    }
}
