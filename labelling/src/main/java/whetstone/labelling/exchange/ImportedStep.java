package whetstone.labelling.exchange;

import java.nio.file.Path;
import java.util.Map;
import whetstone.model.Step;

/**
 * A step whose pictures are still files.
 *
 * @param pictures by camera name
 * @param place where it was found, for sentences: "driving_log.csv, row 3"
 */
record ImportedStep(Step step, Map<String, Path> pictures, String place) {
    ImportedStep {
        pictures = Map.copyOf(pictures);
    }
}
