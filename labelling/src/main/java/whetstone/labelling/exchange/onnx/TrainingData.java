package whetstone.labelling.exchange.onnx;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelSelection;
import whetstone.labelling.Round;
import whetstone.labelling.Weighting;
import whetstone.labelling.exchange.Progress;
import whetstone.model.Picture;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.policy.PolicyVersion;

/**
 * What a policy was trained on, as the dataset file knows it, as one SHA-256: of each labelled frame of the policy's round in turn (by
 * rollout, then by tick) the width, height and channels of the policy's camera (int32, big-endian), the picture's 8-bit samples, and the
 * wanted action's values (float32, big-endian).
 *
 * @param frames how many frames went in
 * @param sha256 in hexadecimal
 */
public record TrainingData(int frames, String sha256) {
    /** What the sum is of, in a sentence. */
    static final String MEANING = "SHA-256 of each labelled frame of the policy's round in turn: width, height, channels (int32), the "
            + "policy camera's 8-bit samples, the wanted action's values (float32), big-endian";

    /** Reads every frame once. Empty where no round of the file says what the policy was trained on. */
    static Optional<TrainingData> of(Dataset dataset, PolicyVersion version, Progress progress) {
        return dataset.rounds().stream().filter(round -> round.newPolicy().equals(OptionalLong.of(version.id())))
                .reduce((_, newest) -> newest).map(round -> of(dataset, version, round, progress));
    }

    private static TrainingData of(Dataset dataset, PolicyVersion version, Round round, Progress progress) {
        Examples examples = dataset.examples(version.description().action(), Weighting.EQUAL, LabelSelection.of(round));
        MessageDigest digest = newDigest();
        String camera = version.description().input().camera();
        for (int index = 0; index < examples.size(); index++) {
            progress.at(index, examples.size());
            add(examples.get(index), camera, digest);
        }
        return new TrainingData(examples.size(), HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(Example example, String camera, MessageDigest digest) {
        Picture picture = example.seen().picture(camera);
        ByteBuffer sizes = ByteBuffer.allocate(3 * Integer.BYTES).putInt(picture.width()).putInt(picture.height()).putInt(picture.channels());
        digest.update(sizes.flip());
        digest.update(picture.samples());
        ByteBuffer wanted = ByteBuffer.allocate(example.wanted().size() * Float.BYTES);
        for (float value : example.wanted().toArray()) {
            wanted.putFloat(value);
        }
        digest.update(wanted.flip());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
