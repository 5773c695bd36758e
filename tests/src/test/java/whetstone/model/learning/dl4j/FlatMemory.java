package whetstone.model.learning.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;

/**
 * Trains one epoch on more pictures than its heap could hold and prints the resident memory, in megabytes, after one tenth and at the
 * end. Run by {@link FlatMemoryTest} in a process of its own with a small heap.
 */
final class FlatMemory {
    private FlatMemory() {}

    public static void main(String[] arguments) {
        Watched examples = new Watched(new BrightColumn(Integer.parseInt(arguments[0]), 100));
        TrainingEvent end = new NetworkTrainer(InstantSource.system()).train(new Trainer.Request(BrightColumn.description(), examples, "flat",
                OptionalLong.empty(), 1, 1, 1, 64, 1e-3, 0, 1, 1), _ -> { }, () -> false);
        examples.resident.add(residentMegabytes());
        System.out.println(end.getClass().getSimpleName() + " " + examples.resident.getFirst() + " " + examples.resident.getLast());
    }

    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the process's memory can't be read", unreadable);
        }
    }

    /** Notes the resident memory when one tenth has been read. */
    private static final class Watched implements Examples {
        private final List<Long> resident = new ArrayList<>();
        private final Examples examples;
        private int read;

        Watched(Examples examples) {
            this.examples = examples;
        }

        @Override
        public int size() {
            return examples.size();
        }

        @Override
        public Example get(int index) {
            if (++read == size() / 10) {
                resident.add(residentMegabytes());
            }
            return examples.get(index);
        }

        @Override
        public long rollout(int index) {
            return examples.rollout(index);
        }
    }
}
