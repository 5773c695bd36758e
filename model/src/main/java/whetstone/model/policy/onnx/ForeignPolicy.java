package whetstone.model.policy.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.policy.ForeignMapping;
import whetstone.model.policy.ForeignMapping.Source;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;

/** A policy that others made: a picture goes in as its mapping says, an action comes out, moved into its bounds. Owned by one thread. */
final class ForeignPolicy implements Policy {
    private final PolicyDescription description;
    private final List<Source> sources;
    private final ForeignPicture picture;
    private final ForeignSession session;

    /**
     * @throws IllegalArgumentException with a sentence where the model is refused before ONNX Runtime sees it
     * @throws IllegalStateException with a sentence where ONNX Runtime can't be loaded or can't open it
     */
    ForeignPolicy(PolicyDescription description, ForeignModel model) {
        if (!(description.network() instanceof Network.Foreign(ForeignMapping mapping))) {
            throw new IllegalArgumentException("the policy was trained here, not imported");
        }
        byte[] checked = ForeignInspection.of(model.bytes()).model();
        this.description = description;
        this.sources = mapping.sources();
        this.picture = new ForeignPicture(description.input(), mapping);
        OnnxJavaType type = switch (mapping.values()) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case UINT8 -> OnnxJavaType.UINT8;
        };
        this.session = new ForeignSession(checked, new ModelSession.Tensor(mapping.input(), type, picture.shape()),
                sources.stream().filter(source -> !source.holdsStill()).map(Source::output).collect(Collectors.toUnmodifiableSet()));
    }

    /** @throws IllegalStateException with a sentence if the model fails, or what it gives is no action */
    @Override
    public Action act(Observation seen) {
        picture.write(seen.picture(description.input().camera()), session.input());
        Map<String, float[]> given = session.run();
        float[] values = new float[sources.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(sources.get(i), given, description.action().dimensions().get(i).name());
        }
        return description.action().clamp(values);
    }

    private static float value(Source source, Map<String, float[]> given, String dimension) {
        if (source.holdsStill()) {
            return (float) source.offset();
        }
        float[] output = given.get(source.output());
        if (source.index() >= output.length) {
            throw new IllegalStateException("the imported model's output '" + source.output() + "' has " + output.length
                    + " values, but '" + dimension + "' is mapped to number " + source.index() + " (counted from 0)");
        }
        double value = source.scale() * output[source.index()] + source.offset();
        if (Double.isNaN(value)) {
            throw new IllegalStateException("the imported model gave something that is not a number for '" + dimension + "'");
        }
        return (float) value;
    }

    @Override
    public void close() {
        session.close();
    }
}
