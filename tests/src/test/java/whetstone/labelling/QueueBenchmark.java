package whetstone.labelling;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import whetstone.app.SkywayDataset;

/**
 * What ranking takes on 100 rollouts of 500 frames of 80 x 60, of which 20 were driven by a program expert and 20 are approved in part:
 * {@code tests/benchmarks/run QueueBenchmark FOLDER}. The folder must be empty.
 */
final class QueueBenchmark {
    private static final int ROLLOUTS = 100;
    private static final int FRAMES = 500;
    private static final int REPETITIONS = 5;

    private QueueBenchmark() {}

    public static void main(String[] arguments) {
        try (Dataset dataset = SkywayDataset.empty(Path.of(arguments[0]))) {
            for (int i = 0; i < ROLLOUTS; i++) {
                record(dataset, i);
            }
            long before = used();
            ClipQueue queue = new ClipQueue(dataset);
            timed("ranking before any picture was looked at", queue::clips);
            timed("looking at all pictures", () -> queue.look(() -> false));
            for (int i = 0; i < REPETITIONS; i++) {
                timed("ranking again", queue::clips);
            }
            List<Clip> tenMinutes = timed("ranking for ten minutes at 1/4", () -> queue.clips(new Budget(600, 0.25, 4)));
            System.out.printf(Locale.ROOT, "%d clips in all, %d in ten minutes; %.1f MB kept in memory%n", queue.clips().size(),
                    tenMinutes.size(), (used() - before) / 1e6);
        }
    }

    private static void record(Dataset dataset, int number) {
        if (number % 5 == 0) {
            SkywayDataset.byExpert(dataset, "random:" + number, FRAMES, 1);
            return;
        }
        long rollout = SkywayDataset.byLearner(dataset, "random:" + number, FRAMES, 1);
        if (number % 5 == 1) {
            dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Instant.now(), new Label.Approval(new TickRange(100, 250)))).join();
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        System.out.printf(Locale.ROOT, "%-45s %7.0f ms%n", what, (System.nanoTime() - before) / 1e6);
        return result;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
