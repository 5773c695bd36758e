package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;

/** Reads a picture file as it is, and says in a sentence why where it can't. */
public final class PictureFile {
    private static final long MOST_BYTES = 32L << 20;

    private PictureFile() {}

    /**
     * @param place where the picture is named
     * @throws DatasetException with a sentence where it is missing, too large or no picture
     */
    public static EncodedPicture read(Path file, String place) {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused(place, file, "is missing: put it there, or take its row out");
            }
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw refused(place, file, "is a file of " + (size >> 20) + " MB, too large for a picture");
            }
            return new EncodedPicture(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new DatasetException(place + ": " + file + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        } catch (IllegalArgumentException nonsense) {
            throw new DatasetException(place + ": " + nonsense.getMessage() + " (" + file + ").", nonsense);
        }
    }

    static DatasetException refused(String place, Path file, String why) {
        return new DatasetException(place + ": the picture " + file + " " + why + ".");
    }
}
