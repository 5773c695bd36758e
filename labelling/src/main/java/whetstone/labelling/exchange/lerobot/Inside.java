package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import whetstone.labelling.DatasetException;

/** Files of a dataset: nothing outside its folder is ever read, through a link neither. */
final class Inside {
    private Inside() {}

    /** @param relative as the dataset names it, with slashes @param place where it is named */
    static Path file(Path folder, String relative, String place) {
        try {
            Path file = folder.resolve(relative).normalize();
            if (!file.startsWith(folder)) {
                throw new DatasetException(place + ": '" + DatasetInfo.shown(relative) + "' leads out of the dataset's folder.");
            }
            if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw new DatasetException(place + ": " + file + " is a link that leads out of the dataset's folder: copy the file itself there.");
            }
            return file;
        } catch (InvalidPathException | IOException unusable) {
            throw new DatasetException(place + ": '" + DatasetInfo.shown(relative) + "' can't be read (" + unusable.getMessage() + ").", unusable);
        }
    }
}
