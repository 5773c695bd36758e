package whetstone.labelling.exchange;

import java.nio.file.Path;
import java.util.List;
import whetstone.labelling.DatasetException;

/** A foreign format that rollouts are read from. What it reads is a stranger's: nothing in it is believed. Any thread but FX and drive. */
public interface ImportFormat {
    /** As the command line says it. */
    String name();

    /** How the names of its files end, as "*.mp4"; empty where it is a folder that is chosen. */
    default List<String> files() {
        return List.of();
    }

    /** Whether the user says at how many frames per second it was taken, since the format does not. */
    default boolean asksFramesPerSecond() {
        return false;
    }

    /**
     * Looks at what is there; frames are read later, one at a time.
     *
     * @throws DatasetException with a sentence that says what is wrong, where, and what to do
     */
    ImportSource open(Path place, ImportOptions options);
}
