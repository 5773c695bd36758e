package whetstone.app.train;

import java.util.List;
import whetstone.model.EnvironmentSpec;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.onnx.ForeignInspection;

/**
 * A model that is about to be imported.
 *
 * @param name that the policy will have
 * @param environment whose camera it will look through and whose action it will give
 */
record ForeignChoice(String name, ForeignModel model, ForeignInspection inspection, EnvironmentSpec environment) {
    ForeignChoice {
        if (MappingGuess.of(inspection).isEmpty()) {
            throw new IllegalArgumentException("no input of the model can be a picture: it needs one of float32 or 8-bit values with three or "
                    + "four axes, but has " + inspection.inputs().stream().map(input -> "'" + input.name() + "' of " + input.type() + " with "
                    + input.shape().size() + " axes").toList());
        }
        if (MappingGuess.elements(inspection).isEmpty()) {
            throw new IllegalArgumentException("no output of the model holds float32 values, so that none can be an action");
        }
    }

    List<MappingGuess> inputs() {
        return MappingGuess.of(inspection);
    }
}
