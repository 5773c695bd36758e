package whetstone.labelling.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.TickRange;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Rollout;
import whetstone.model.Step;
import whetstone.model.learning.Examples;

/**
 * Measures the dataset file: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run StoreBenchmark FOLDER}.
 * Prints milliseconds per operation as p50, p95, p99 and worst, bytes per frame, and the memory in use while mini-batches stream from
 * 100,000 frames. The pictures are drawn, not photographed: their bytes per frame say little about a camera's.
 */
final class StoreBenchmark {
    /** Tells what a busy machine took from what was computed. */
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Give a folder to work in: tests/benchmarks/run StoreBenchmark FOLDER [FRAMES]");
            return;
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        small(folder.resolve("small.whetstone"), frames);
        large(folder.resolve("large.whetstone"), 2_000);
    }

    private static void small(Path file, int frames) throws IOException {
        Files.deleteIfExists(file);
        fill(file, 64, 48, frames);
        long before = System.nanoTime();
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            System.out.printf(Locale.ROOT, "opening %,d frames of 64x48: %.0f ms%n", frames, milliseconds(before));
            access(dataset, "any frame of " + frames + ", 64x48", 5_000);
            before = System.nanoTime();
            Examples examples = dataset.examples(ActionSpec.STEER);
            System.out.printf(Locale.ROOT, "examples(): %,d in %.0f ms%n", examples.size(), milliseconds(before));
            stream(examples);
            before = System.nanoTime();
            int rollouts = dataset.rollouts().size();
            System.out.printf(Locale.ROOT, "rollouts(): %d in %.1f ms%n", rollouts, milliseconds(before));
        }
    }

    private static void large(Path file, int frames) throws IOException {
        Files.deleteIfExists(file);
        fill(file, 640, 480, frames);
        long before = System.nanoTime();
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            System.out.printf(Locale.ROOT, "opening %,d frames of 640x480: %.0f ms%n", frames, milliseconds(before));
            access(dataset, "any frame of " + frames + ", 640x480", 1_000);
            drive(dataset);
        }
    }

    /** Records in rollouts of 2000 frames, every one approved as a whole. */
    private static void fill(Path file, int width, int height, int frames) throws IOException {
        EnvironmentSpec road = Recordings.environment(width, height);
        fill(file, road, IntStream.range(0, 50).mapToObj(tick -> Recordings.step(road, tick)).toList(), frames);
    }

    static void fill(Path file, EnvironmentSpec road, List<Step> kinds, int frames) throws IOException {
        long before = System.nanoTime();
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            for (int first = 0; first < frames; first += 2_000) {
                RolloutWriter writer = dataset.record(Recordings.info(road));
                int length = Math.min(2_000, frames - first);
                for (int tick = 0; tick < length; tick++) {
                    writer.append(at(kinds.get(tick % kinds.size()), tick), Map.of());
                }
                long rollout = writer.finish().join();
                dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Recordings.AT, new Label.Approval(new TickRange(0, length))))
                        .join();
            }
        }
        System.out.printf(Locale.ROOT, "recording %,d frames of %dx%d: %.2f ms per frame, %,d bytes per frame of %,d%n", frames,
                road.frontCamera().width(), road.frontCamera().height(), milliseconds(before) / frames, Files.size(file) / frames,
                road.frontCamera().width() * road.frontCamera().height() * 3);
    }

    private static Step at(Step kind, int tick) {
        return new Step(tick, kind.seen(), kind.learnerAction(), kind.executedAction(), kind.control(), kind.expertAction(), kind.events(),
                kind.state());
    }

    static void access(SqliteDataset dataset, String what, int times) {
        Rollout[] rollouts = dataset.rollouts().stream().map(summary -> dataset.rollout(summary.id())).toArray(Rollout[]::new);
        Random random = new Random(1);
        double[] taken = new double[times];
        double[] computed = new double[times];
        for (int i = -times / 5; i < times; i++) {
            Rollout rollout = rollouts[random.nextInt(rollouts.length)];
            int tick = random.nextInt(rollout.length());
            long before = System.nanoTime();
            long processorBefore = PROCESSOR.getCurrentThreadCpuTime();
            rollout.step(tick);
            if (i >= 0) {
                computed[i] = (PROCESSOR.getCurrentThreadCpuTime() - processorBefore) / 1e6;
                taken[i] = milliseconds(before);
            }
        }
        print(what, taken);
        print(what + ", of it on the processor", computed);
    }

    /** What the drive thread waits for while 640x480 is recorded at 30 Hz for 20 s. */
    private static void drive(SqliteDataset dataset) {
        EnvironmentSpec road = Recordings.environment(640, 480);
        Step[] kinds = IntStream.range(0, 30).mapToObj(tick -> Recordings.step(road, tick)).toArray(Step[]::new);
        RolloutWriter writer = dataset.record(Recordings.info(road));
        double[] taken = new double[600];
        long due = System.nanoTime();
        for (int tick = 0; tick < taken.length; tick++) {
            Step step = at(kinds[tick % kinds.length], tick);
            long before = System.nanoTime();
            writer.append(step);
            taken[tick] = milliseconds(before);
            due += 33_333_333;
            while (System.nanoTime() < due) {
                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        long before = System.nanoTime();
        writer.finish().join();
        print("append of 640x480 at 30 Hz (finish after " + Math.round(milliseconds(before)) + " ms)", taken);
    }

    /** Reads every example once, in shuffled mini-batches of 32, and prints what memory is in use after collection on the way. */
    private static void stream(Examples examples) {
        int[] order = IntStream.range(0, examples.size()).toArray();
        Random random = new Random(2);
        long before = System.nanoTime();
        for (int i = 0; i < order.length; i++) {
            int other = i + random.nextInt(order.length - i);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
            examples.get(order[i]);
            if (i % (order.length / 4) == order.length / 4 - 1) {
                System.out.printf(Locale.ROOT, "streamed %,d examples: %.2f ms each, %d MiB in use, heap at most %d MiB%n", i + 1,
                        milliseconds(before) / (i + 1), used() >> 20, Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static void print(String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        int size = milliseconds.length;
        System.out.printf(Locale.ROOT, "%s: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, worst %.3f ms%n", what, milliseconds[size / 2],
                milliseconds[size * 95 / 100], milliseconds[size * 99 / 100], milliseconds[size - 1]);
    }

    static double milliseconds(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
