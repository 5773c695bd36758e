package whetstone.model.policy.onnx;

import java.util.Optional;
import java.util.function.Function;
import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * Chooses what computes a policy that acts: ONNX Runtime for networks, several times faster for one picture than the engine that trained
 * them; Java for ridge regression, which is faster still. Where ONNX Runtime can't be used, the engine acts and the policy says so.
 */
public final class Acting {
    private Acting() {}

    /**
     * A policy for one thread; loads ONNX Runtime at the first network.
     *
     * @param engine how the engine that trained it would act
     * @throws IllegalStateException with a sentence where a policy that others made can't be opened
     */
    public static Policy of(PolicyVersion version, Function<PolicyVersion, Policy> engine) {
        return switch (version.description().network()) {
            case Network.Ridge _ -> engine.apply(version);
            case Network.Convolutional _ -> OnnxRuntime.hindrance().<Policy>map(why -> new ByEngine(engine.apply(version), why))
                    .orElseGet(() -> throughOnnxRuntime(version, engine));
            case Network.Foreign _ -> new ForeignPolicy(version.description(), version.model().orElseThrow());
        };
    }

    private static Policy throughOnnxRuntime(PolicyVersion version, Function<PolicyVersion, Policy> engine) {
        version.description().requireFitting(version.weights());
        try {
            return new OnnxPolicy(version.description(), version.weights());
        } catch (IllegalStateException unopened) {
            return new ByEngine(engine.apply(version), unopened.getMessage());
        }
    }

    /** The engine acts, and says why. */
    private record ByEngine(Policy policy, String why) implements Policy {
        @Override
        public Action act(Observation seen) {
            return policy.act(seen);
        }

        @Override
        public Policy session() {
            return new ByEngine(policy.session(), why);
        }

        @Override
        public Optional<String> remark() {
            return Optional.of("The policy acts through the engine that trained it, several times slower, because ONNX Runtime can't: " + why);
        }

        @Override
        public void close() {
            policy.close();
        }
    }
}
