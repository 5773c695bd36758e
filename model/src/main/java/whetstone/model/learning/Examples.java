package whetstone.model.learning;

/**
 * Labelled frames that are read one at a time, so that a training run holds only its mini-batch in memory.
 * Safe to read from the train thread while others record. Frames of one rollout are split to one side only.
 */
public interface Examples {
    int size();

    Example get(int index);

    /** A number that is the same for all frames of one rollout: the unit by which examples are held out. */
    long rollout(int index);
}
