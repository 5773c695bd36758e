package whetstone.model.learning.dl4j;

import java.util.concurrent.atomic.AtomicInteger;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;

/** Counts how many examples were read. */
record CountedExamples(Examples examples, AtomicInteger read) implements Examples {
    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public Example get(int index) {
        read.incrementAndGet();
        return examples.get(index);
    }

    @Override
    public long rollout(int index) {
        return examples.rollout(index);
    }
}
