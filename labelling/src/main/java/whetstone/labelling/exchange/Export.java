package whetstone.labelling.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.model.files.TemporaryFolder;

/**
 * Writes recordings in a foreign format: into a folder beside its place, read back and compared there, and moved when all is well. One
 * that fails or is cancelled leaves nothing behind.
 */
public final class Export {
    private static final double WRITTEN = 0.6;

    private Export() {}

    /** @param labelled frames of which it is known what is to be imitated there */
    public record Result(int rollouts, int frames, int labelled, boolean cancelled) {}

    /**
     * @param out the folder to make; may be there if it is empty
     * @throws DatasetException with a sentence if it can't be written, or what was written does not read back as it was
     */
    public static Result run(ExportFormat format, Recordings recordings, Path out, Progress progress) {
        if (recordings.recordings().isEmpty()) {
            throw new DatasetException("There is no rollout to export: choose at least one.");
        }
        Path place = out.toAbsolutePath().normalize();
        requireFree(place, out);
        try {
            Path parent = Files.createDirectories(place.getParent());
            try (TemporaryFolder unfinished = TemporaryFolder.create(parent, "." + place.getFileName() + ".part-")) {
                format.write(recordings, unfinished.path(), progress.part(0, WRITTEN));
                format.check(recordings, unfinished.path(), progress.part(WRITTEN, 1));
                move(unfinished.path(), place);
            } catch (CancellationException _) {
                return new Result(0, 0, 0, true);
            }
            return new Result(recordings.recordings().size(), recordings.frames(), recordings.labelled(), false);
        } catch (IOException | UncheckedIOException unwritable) {
            throw new DatasetException("The export to " + out + " failed (" + unwritable.getMessage()
                    + "): make room there or choose another folder.", unwritable);
        }
    }

    private static void requireFree(Path place, Path asked) {
        if (place.getParent() == null) {
            throw new DatasetException(asked + " can't be an export: choose a folder in it.");
        }
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> inside = Files.list(place)) {
            if (inside.findAny().isPresent()) {
                throw new DatasetException(asked + " holds files already: choose an empty or a new folder.");
            }
        } catch (IOException unreadable) {
            throw new DatasetException(asked + " can't be written to (" + unreadable.getMessage() + "): choose another folder.", unreadable);
        }
    }

    private static void move(Path unfinished, Path place) throws IOException {
        Files.deleteIfExists(place);
        // Made for the owner alone, as temporary folders are; what is exported is as readable as any other new folder.
        Path ordinary = Files.createDirectory(place.resolveSibling(unfinished.getFileName() + "-done"));
        try (TemporaryFolder rest = new TemporaryFolder(ordinary); Stream<Path> parts = Files.list(unfinished)) {
            for (Path part : parts.toList()) {
                Files.move(part, rest.path().resolve(part.getFileName()));
            }
            try {
                Files.move(rest.path(), place, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(rest.path(), place);
            }
        }
    }
}
