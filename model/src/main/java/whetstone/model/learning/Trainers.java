package whetstone.model.learning;

import java.util.List;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.Acting;

/** The training engines at hand, in order of preference; the first that serves a description trains and builds it. */
public record Trainers(List<Trainer> engines) {
    public Trainers {
        engines = List.copyOf(engines);
    }

    /** @throws IllegalArgumentException with a sentence where none serves it */
    public Trainer serving(PolicyDescription description) {
        return engines.stream().filter(engine -> engine.serves(description)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no training engine here can train " + description.network()));
    }

    /** A policy that acts with a version's weights by what is fastest here; for one thread. Close it when it has driven. */
    public Policy policy(PolicyVersion version) {
        return Acting.of(version, this::judge);
    }

    /** The same policy as the engine that trained it computes it: what an export is judged by. */
    public Policy judge(PolicyVersion version) {
        return serving(version.description()).policy(version);
    }
}
