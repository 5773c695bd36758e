package whetstone.labelling.exchange.lerobot;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where the frames of a dataset go, episode after episode. */
interface EpisodeFiles extends Closeable {
    void begin(Episode episode) throws IOException;

    void frame(List<Object> row) throws IOException;

    /** @param first number of its first frame in the dataset */
    void end(Episode episode, long first, String task, Map<String, Statistics> statistics) throws IOException;

    /** What is written once all frames are there. @param statistics of all episodes together */
    void finish(List<String> tasks, Map<String, Statistics> statistics) throws IOException;
}
