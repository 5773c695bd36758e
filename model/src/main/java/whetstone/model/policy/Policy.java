package whetstone.model.policy;

import java.util.Optional;
import whetstone.model.Action;
import whetstone.model.Observation;

/** What drives. One object serves one thread; a policy with memory opens a session per rollout. Close it when it has driven. */
@FunctionalInterface
public interface Policy extends AutoCloseable {
    Action act(Observation seen);

    /** A policy that remembers nothing of what was seen before; the same one where there is no memory. */
    default Policy session() {
        return this;
    }

    /** Why it acts in another way than it usually would, in a sentence for the user; empty where all is as usual. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** Frees what it holds outside Java's memory, where it holds anything; nothing acts after it. */
    @Override
    default void close() {}
}
