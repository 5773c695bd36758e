package whetstone.labelling.exchange;

import java.util.Map;
import java.util.Optional;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Picture;
import whetstone.model.Step;

/**
 * A frame read from a foreign format.
 *
 * @param step its pictures are those that came decoded
 * @param originals by camera name, those that came as JPEG or PNG: kept to the byte
 * @param said a label that came with it
 * @param place where it was found, for sentences: "driving_log.csv, row 3"
 */
public record ImportedFrame(Step step, Map<String, EncodedPicture> originals, Optional<Said> said, String place) {
    public ImportedFrame {
        originals = Map.copyOf(originals);
    }

    /** @throws IllegalArgumentException if there is no such camera, or its picture is damaged */
    Picture picture(String camera, int channels) {
        EncodedPicture original = originals.get(camera);
        return original == null ? step.seen().picture(camera) : original.decode(channels);
    }
}
