package whetstone.labelling.exchange.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import whetstone.labelling.exchange.FuzzAttempts;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.MutatedImport;

/**
 * Changes a good HDF5 file at random, as a damaged or a hostile one is changed: bits, numbers that become absurd ones, addresses that lead
 * elsewhere in the file, blocks out of place, an end too early. Every mutation is read to its last picture within a time; a reader may refuse
 * with a sentence, and nothing else.
 */
final class Hdf5Fuzz implements AutoCloseable {
    private static final long[] ABSURD = {0, 1, -1, 2, 255, 4095, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffffffffL, 1L << 40,
        Long.MAX_VALUE, Long.MIN_VALUE};

    private final Path file;
    private final FuzzAttempts attempts;
    private final MutatedImport reader;

    /** @param folder an empty one */
    Hdf5Fuzz(ImportFormat format, Path folder, Duration limit) throws IOException {
        this.file = Files.createDirectories(folder.resolve("read")).resolve("mutation.hdf5");
        this.attempts = new FuzzAttempts(limit);
        this.reader = new MutatedImport(format, file, folder);
    }

    /** @throws AssertionError that names the seed of the first mutation that did what no reader may; the file is left for a look at it */
    FuzzAttempts.Result run(byte[] good, long seed, int mutations) throws IOException {
        for (long one = seed; one < seed + mutations; one++) {
            long tried = one;
            Files.write(file, mutated(good, new Random(one)));
            attempts.attempt(one, () -> reader.read(tried, true));
        }
        try (Stream<Path> left = Files.list(file.getParent())) {
            if (left.count() != 1) {
                throw new AssertionError("the reader left files behind in " + file.getParent());
            }
        }
        return attempts.result();
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
    public void close() throws IOException {
        attempts.close();
        reader.close();
    }
}
