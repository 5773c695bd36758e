package whetstone.labelling.exchange.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.RolloutJson;

/**
 * What LeRobot has no place for, in a file of our own beside its ones, {@code meta/whetstone.json}, that it does not look at: where each
 * episode comes from, and the whole of its environment, with bounds of actions, vehicle and cameras.
 *
 * @param format of this file
 * @param episodes in their order
 */
record Provenance(int format, List<Origin> episodes) {
    private static final int FORMAT = 1;
    private static final String FILE = "meta/whetstone.json";

    /** @param policy the name of the policy that drove, empty where none did @param about as {@link RolloutJson} says it */
    record Origin(long rollout, String policy, String split, JsonNode about) {
        static Origin of(Recording recording) {
            return new Origin(recording.id(), recording.policy().orElse(""), FrameFeatures.word(recording.split()),
                    RolloutJson.write(recording.info()));
        }
    }

    static void write(Path folder, List<Recording> recordings) throws IOException {
        Json.write(folder.resolve(FILE), new Provenance(FORMAT, recordings.stream().map(Origin::of).toList()));
    }

    /** Empty where the dataset is not one of ours. */
    static Optional<Provenance> read(Path folder, int episodes) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Provenance read = Json.as(Json.read(file), Provenance.class, file.toString());
        if (read.format != FORMAT) {
            throw new DatasetException(file + " is of format " + read.format + ", which this version does not know: use a newer one, or take "
                    + "the file out to import the rest.");
        }
        if (read.episodes.size() != episodes) {
            throw new DatasetException(file + " tells of " + read.episodes.size() + " episodes where there are " + episodes
                    + ": copy the dataset again, or take the file out to import the rest.");
        }
        return Optional.of(read);
    }
}
