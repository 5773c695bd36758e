package whetstone.labelling.exchange.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.Dataset;
import whetstone.model.policy.PolicyVersion;

/** Where a policy came from, as an exported model's metadata says it. */
final class Provenance {
    private Provenance() {}

    static Map<String, String> of(Dataset dataset, PolicyVersion version, Optional<TrainingData> data) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("whetstone.policy", version.name());
        metadata.put("whetstone.round", String.valueOf(version.round()));
        metadata.put("whetstone.lineage", lineage(version, dataset.policies()));
        metadata.put("whetstone.trainedAt", version.trainedAt().toString());
        metadata.put("whetstone.seed", String.valueOf(version.seed()));
        metadata.put("whetstone.labels", String.valueOf(version.labels()));
        version.heldOutLoss().ifPresent(loss -> metadata.put("whetstone.heldOutLoss", String.valueOf(loss)));
        data.ifPresent(known -> {
            metadata.put("whetstone.trainingData.sha256", known.sha256());
            metadata.put("whetstone.trainingData.frames", String.valueOf(known.frames()));
        });
        metadata.put("whetstone.trainingData", data.isPresent() ? TrainingData.MEANING
                : "unknown: no round of the dataset file says what the policy was trained on");
        return metadata;
    }

    /** From the first ancestor to the policy itself. */
    private static String lineage(PolicyVersion version, List<PolicyVersion> all) {
        StringBuilder names = new StringBuilder(version.name());
        OptionalLong parent = version.parent();
        // A parent is always older: a file that says otherwise would lead round for ever.
        long child = version.id();
        while (parent.isPresent() && parent.getAsLong() < child) {
            child = parent.getAsLong();
            long wanted = child;
            Optional<PolicyVersion> found = all.stream().filter(one -> one.id() == wanted).findFirst();
            found.ifPresent(one -> names.insert(0, one.name() + " > "));
            parent = found.map(PolicyVersion::parent).orElse(OptionalLong.empty());
        }
        return names.toString();
    }
}
