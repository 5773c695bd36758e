package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import whetstone.labelling.DatasetException;

/**
 * The folder {@code IMG} beside a driving log. The log's paths are those of the machine that wrote it, so only the last part of a path
 * is believed, and nothing outside the folder is ever read, through a link neither.
 */
public record PictureFolder(Path folder) {
    static final String NAME = "IMG";

    static PictureFolder beside(Path log) {
        Path folder = log.toAbsolutePath().normalize().resolveSibling(NAME);
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("There is no folder " + NAME + " beside " + log + ": the pictures that it names belong there.");
        }
        return new PictureFolder(folder);
    }

    /**
     * @param written a path as the log has it, with slashes or backslashes
     * @param place where it is written, for sentences
     * @throws DatasetException with a sentence where it is missing, or lies elsewhere
     */
    public Path file(String written, String place) {
        String name = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1).strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new DatasetException(place + ": '" + written + "' names no picture.");
        }
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw PictureFile.refused(place, file, "is missing: put it there, or take its row out");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw PictureFile.refused(place, file, "is a link that leads out of the folder: copy the picture itself there");
            }
            return file;
        } catch (InvalidPathException | IOException unusable) {
            throw new DatasetException(place + ": '" + written + "' can't be read (" + unusable.getMessage() + ").", unusable);
        }
    }

    /**
     * A file at a relative path below the folder.
     *
     * @param place where it is written, for sentences
     * @throws DatasetException with a sentence where it is missing, or lies elsewhere
     */
    Path within(String written, String place) {
        try {
            Path file = folder.resolve(written.replace('\\', '/')).normalize();
            if (written.isBlank() || !file.startsWith(folder.normalize()) || file.equals(folder.normalize())) {
                throw new DatasetException(place + ": '" + (written.length() > 60 ? written.substring(0, 60) + "..." : written)
                        + "' is no picture inside the folder: correct it, or take the row out.");
            }
            if (!Files.isRegularFile(file)) {
                throw PictureFile.refused(place, file, "is missing: put it there, or take its row out");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw PictureFile.refused(place, file, "is a link that leads out of the folder: copy the picture itself there");
            }
            return file;
        } catch (InvalidPathException | IOException unusable) {
            throw new DatasetException(place + ": '" + written + "' can't be read (" + unusable.getMessage() + ").", unusable);
        }
    }
}
