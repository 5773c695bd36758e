package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Recording;
import whetstone.model.EnvironmentSpec;
import whetstone.model.RolloutInfo;

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

    /** @param policy the name of the policy that drove, empty where none did @param driver likewise @param recordedAt as ISO 8601 says it */
    record Origin(long rollout, String source, String policy, int round, long seed, String recordedAt, String driver, String split,
                  EnvironmentSpec environment) {
        static Origin of(Recording recording) {
            RolloutInfo info = recording.info();
            return new Origin(recording.id(), info.source(), recording.policy().orElse(""), info.round(), info.seed(),
                    info.recordedAt().toString(), info.expert().orElse(""), FrameFeatures.word(recording.split()), info.environment());
        }

        RolloutInfo info() {
            return new RolloutInfo(environment, source, OptionalLong.empty(), round, seed, Instant.parse(recordedAt),
                    Optional.of(driver).filter(name -> !name.isEmpty()));
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
