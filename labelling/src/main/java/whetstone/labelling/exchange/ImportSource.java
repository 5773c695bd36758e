package whetstone.labelling.exchange;

import java.util.List;

/** Rollouts found in a foreign file or folder, open for reading by one thread. */
public interface ImportSource extends AutoCloseable {
    List<ImportedRollout> rollouts();

    @Override
    default void close() {}
}
