package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import whetstone.labelling.DatasetException;

/** A foreign format that rollouts are written in. {@link Export} does around it what all formats need. Any thread but FX and drive. */
public interface ExportFormat {
    /** As the command line says it. */
    String name();

    /** What these recordings hold and the format doesn't, one sentence each; said before the export. Empty where nothing is lost. */
    List<String> limits(Recordings recordings);

    /**
     * Writes everything, a frame at a time: memory does not grow with the recordings.
     *
     * @param folder there and empty; moved to its place when everything is written and checked
     * @param progress told of every frame
     * @throws DatasetException with a sentence where the format can't take these recordings
     */
    void write(Recordings recordings, Path folder, Progress progress) throws IOException;

    /**
     * Reads what was written and compares it with the recordings.
     *
     * @throws DatasetException that names the first difference
     */
    void check(Recordings recordings, Path folder, Progress progress) throws IOException;
}
