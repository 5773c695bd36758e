package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Camera;

/**
 * Reads what a fuzzer made of a good file to the last picture: alone, or (one in a hundred, since it is slower) on into a dataset file. That one lies in a folder
 * of its own, where nothing else may appear, and opens again when all is done.
 */
public final class MutatedImport implements AutoCloseable {
    private static final int ONE_IN = 100;
    private static final String FILE = "into.whetstone";

    private final ImportFormat format;
    private final Path place;
    private final Path target;
    private final SqliteDataset dataset;

    /** @param place what is read @param parent an existing folder, in which one for the dataset is made */
    public MutatedImport(ImportFormat format, Path place, Path parent) throws IOException {
        this.format = format;
        this.place = place;
        this.target = Files.createDirectories(parent.resolve("into"));
        this.dataset = SqliteDataset.create(target.resolve(FILE));
    }

    /** @param decoded whether the pictures are decoded, too @throws DatasetException where the reader refuses */
    public void read(long seed, boolean decoded) {
        try (ImportSource source = format.open(place, ImportOptions.usual(InstantSource.system()))) {
            if (seed % ONE_IN == 0) {
                Import.into(dataset, source, Progress.unseen());
            } else {
                source.rollouts().forEach(rollout -> read(rollout, decoded));
            }
        }
    }

    private static void read(ImportedRollout rollout, boolean decoded) {
        for (Iterator<ImportedFrame> frames = rollout.frames(); frames.hasNext();) {
            ImportedFrame frame = frames.next();
            if (decoded) {
                rollout.info().environment().cameras().forEach(camera -> decode(frame, camera));
            }
        }
    }

    /** As the import does, which makes a sentence of a damaged picture. */
    private static void decode(ImportedFrame frame, Camera camera) {
        try {
            frame.picture(camera.name(), camera.channels());
        } catch (IllegalArgumentException damaged) {
            throw new DatasetException(damaged.getMessage(), damaged);
        }
    }

    /** @throws AssertionError where something else than a dataset that opens is left */
    @Override
    public void close() throws IOException {
        dataset.close();
        SqliteDataset.open(target.resolve(FILE)).close();
        try (Stream<Path> files = Files.walk(target)) {
            List<Path> others = files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().contains(FILE)).toList();
            if (!others.isEmpty()) {
                throw new AssertionError("the import left " + others);
            }
        }
    }
}
