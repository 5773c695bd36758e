package whetstone.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import whetstone.labelling.Dataset;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.Weighting;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/**
 * How the next policy is trained; kept in the dataset file, so that every screen and the retraining after a sitting mean the same.
 *
 * @param epochs most passes over the examples, 1 to 10,000; a ridge regression needs one
 * @param batch examples in a mini-batch, 1 to 65,536
 * @param learningRate of Adam, above 0, at most 1
 * @param heldOutShare share of the rollouts that is kept out of training, 0 to 0.5
 * @param patience epochs without a better held-out loss before training stops, at least 1
 * @param threads processor cores that training may take, at least 1
 * @param makeDriver the new policy drives as soon as it is trained
 * @param afterSitting retrain without being asked when a sitting of labelling ends
 * @param weighting how much each label counts
 */
@JsonIgnoreProperties(TrainingSettings.REPAIR)
public record TrainingSettings(Kind kind, int epochs, int batch, double learningRate, double heldOutShare, int patience, long seed,
                               int threads, boolean makeDriver, boolean afterSitting, Weighting weighting) {
    /** The kinds of policy that can be trained. */
    public enum Kind { RIDGE, CNN }

    /** Ridge regression as in the paper of 2011, half the cores, and the new policy drives. */
    public static final TrainingSettings DEFAULT = new TrainingSettings(Kind.RIDGE, 30, 32, 1e-3, 0.2, 5, 1,
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true, false, Weighting.BY_TRUST);

    static final String REPAIR = "repair";
    private static final String KEY = "training";
    private static final ObjectMapper JSON = new ObjectMapper();

    public TrainingSettings {
        // Settings that were kept before labels were weighed do not say how.
        weighting = Objects.requireNonNullElse(weighting, Weighting.BY_TRUST);
        inside("the number of epochs", epochs, 1, 10_000);
        inside("the batch", batch, 1, 65_536);
        inside("the learning rate", learningRate, 1e-9, 1);
        inside("the held-out share", heldOutShare, 0, 0.5);
        inside("the patience", patience, 1, 10_000);
        inside("the number of cores", threads, 1, 1024);
    }

    /** The settings kept in a file, or the default ones. @throws IllegalArgumentException with a sentence if they can't be read */
    public static TrainingSettings of(Dataset dataset) {
        return dataset.setting(KEY).map(TrainingSettings::fromJson).orElse(DEFAULT);
    }

    public void keepIn(Dataset dataset) {
        dataset.setSetting(KEY, toJson());
    }

    public TrainingSettings withAfterSitting(boolean retrain) {
        return new TrainingSettings(kind, epochs, batch, learningRate, heldOutShare, patience, seed, threads, makeDriver, retrain,
                weighting);
    }

    /** What is trained: for ridge 25 x 19 LAB pixels (Ross, Gordon, Bagnell 2011, section 5.1); for the CNN 40 x 30 RGB. */
    public PolicyDescription description(String camera, ActionSpec action) {
        return switch (kind) {
            case RIDGE -> new PolicyDescription(
                    new PolicyInput(camera, 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3), action);
            case CNN -> Networks.smallConvolutionalPolicy(camera, action);
        };
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("training settings could not be written as JSON", impossible);
        }
    }

    /** As a round keeps them: with the version of the repair that its labels went through, so that it can be rebuilt. */
    String ofRound() {
        return JSON.<ObjectNode>valueToTree(this).put(REPAIR, StrokeRepair.VERSION).toString();
    }

    static TrainingSettings fromJson(String json) {
        try {
            return JSON.readValue(json, TrainingSettings.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the dataset's training settings can't be read (" + unreadable.getOriginalMessage()
                    + "); set them again on the Train screen", unreadable);
        }
    }

    private static void inside(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(what + " is " + value + ", outside " + low + " to " + high);
        }
    }
}
