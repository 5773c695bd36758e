package whetstone.labelling.exchange.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.model.Camera;

/**
 * Changes a good HDF5 file at random, as a damaged or a hostile one is changed: bits, numbers that become absurd ones, addresses that lead
 * elsewhere in the file, blocks out of place, an end too early. Every mutation is read to its last picture within a time; a reader may refuse
 * with a sentence, and nothing else.
 */
final class Hdf5Fuzz implements AutoCloseable {
    private static final long[] ABSURD = {0, 1, -1, 2, 255, 4095, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffffffffL, 1L << 40,
        Long.MAX_VALUE, Long.MIN_VALUE};

    private final ImportFormat format;
    private final Path file;
    private final Duration limit;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));
    private int accepted;
    private int refused;
    private long slowest;

    /** How many mutations were read and how many were refused with a sentence, and how long the slowest took. */
    record Result(int accepted, int refused, double slowestMilliseconds) {}

    /** @param folder an empty one */
    Hdf5Fuzz(ImportFormat format, Path folder, Duration limit) {
        this.format = format;
        this.file = folder.resolve("mutation.hdf5");
        this.limit = limit;
    }

    /** @throws AssertionError that names the seed of the first mutation that did what no reader may; the file is left for a look at it */
    Result run(byte[] good, long seed, int mutations) throws IOException, InterruptedException {
        for (long one = seed; one < seed + mutations; one++) {
            Files.write(file, mutated(good, new Random(one)));
            long begin = System.nanoTime();
            attempt(one);
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        try (Stream<Path> left = Files.list(file.getParent())) {
            if (left.count() != 1) {
                throw new AssertionError("the reader left files behind in " + file.getParent());
            }
        }
        return new Result(accepted, refused, slowest / 1e6);
    }

    private void attempt(long seed) throws InterruptedException {
        Future<?> reading = reader.submit(this::read);
        try {
            reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            accepted++;
        } catch (ExecutionException thrown) {
            if (!(thrown.getCause() instanceof DatasetException sentence) || sentence.getMessage().isBlank()) {
                throw new AssertionError("seed " + seed + ": " + thrown.getCause(), thrown.getCause());
            }
            refused++;
        } catch (TimeoutException _) {
            throw new AssertionError("seed " + seed + ": not read within " + limit);
        }
    }

    private void read() {
        try (ImportSource source = format.open(file, ImportOptions.usual(InstantSource.system()))) {
            source.rollouts().forEach(rollout -> {
                for (Iterator<ImportedFrame> frames = rollout.frames(); frames.hasNext();) {
                    ImportedFrame frame = frames.next();
                    for (Camera camera : rollout.info().environment().cameras()) {
                        decode(frame, camera);
                    }
                }
            });
        }
    }

    /** As the import does, which makes a sentence of a damaged picture. */
    private static void decode(ImportedFrame frame, Camera camera) {
        try {
            GoodHdf5.picture(frame, camera.name(), camera.channels());
        } catch (IllegalArgumentException damaged) {
            throw new DatasetException(damaged.getMessage(), damaged);
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = place(bytes, random);
            switch (random.nextInt(8)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3, 4 -> number(bytes, at, ABSURD[random.nextInt(ABSURD.length)], random);
                case 5 -> number(bytes, at, random.nextInt(bytes.length / 8) * 8L, random);
                case 6 -> {
                    int from = random.nextInt(bytes.length);
                    int many = Math.min(1 + random.nextInt(64), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, many);
                }
                default -> {
                    if (random.nextInt(6) == 0) {
                        bytes = Arrays.copyOf(bytes, Math.max(64, at));
                    }
                }
            }
        }
        return bytes;
    }

    /** Where something stands rather than where nothing does: much of an HDF5 file is empty. */
    private static int place(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        for (int tries = 0; tries < 12 && bytes[at] == 0; tries++) {
            at = random.nextInt(bytes.length);
        }
        return at;
    }

    private static void number(byte[] bytes, int at, long value, Random random) {
        ByteBuffer into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int size = 1 << random.nextInt(4);
        int place = Math.min(at / size * size, bytes.length / size * size - size);
        switch (size) {
            case 1 -> into.put(place, (byte) value);
            case 2 -> into.putShort(place, (short) value);
            case 4 -> into.putInt(place, (int) value);
            default -> into.putLong(place, value);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
