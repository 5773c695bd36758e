package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a good file at random, a few bytes at a time, and reads the folder that it lies in to its last picture. A reader may refuse
 * with a sentence; anything else it throws, or a file that it leaves, is a fault of its own.
 */
public final class ReaderFuzz {
    private static final List<String> NASTY = List.of("../", "../../../../etc/passwd", "/etc/passwd", "\\", "\"", "'", "{", "}", "[", "]",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "null", "true", "NaN", "Infinity", "1e999", "-1e-999", "-1", "0", "99999999999999999999",
            "2147483647", "-2147483648", "\u0000", "\n", "\r", ",", ";", ":", " ", "é", "\uD83D\uDE97", "\uFEFF", "x".repeat(5000), "1".repeat(400),
            "\"\"", "deleted_indexes", "_session_id", "\"_index\":0,");

    private static final byte[] NASTY_BYTES = {0, 1, 2, 3, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff, 0x0f, (byte) 0xf9, (byte) 0xfc, 0x15, 0x19};
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Random random = new Random();

    private ReaderFuzz() {}

    /**
     * @param folder holds a good file or folder of the format; is as it was afterwards
     * @throws AssertionError that names the seed of the first mutation that did what no reader may
     */
    public static FuzzAttempts.Result run(ImportFormat format, Path folder, long seed, int mutations) throws IOException {
        Set<Path> before = files(folder);
        List<Path> files = before.stream().sorted().toList();
        ReaderFuzz fuzz = new ReaderFuzz();
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT);
             MutatedImport reader = new MutatedImport(format, folder, folder.toAbsolutePath().getParent().getParent())) {
            for (long one = seed; one < seed + mutations; one++) {
                fuzz.mutate(files, one, attempts, reader);
            }
            if (!files(folder).equals(before)) {
                throw new AssertionError("the reader left files behind: " + files(folder));
            }
            return attempts.result();
        }
    }

    private static Set<Path> files(Path folder) throws IOException {
        // What lies beside it counts, too.
        try (Stream<Path> all = Files.walk(folder.toAbsolutePath().getParent())) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private void mutate(List<Path> files, long seed, FuzzAttempts attempts, MutatedImport reader) throws IOException {
        random.setSeed(seed);
        // Pictures are many and other files few: seven mutations in eight are of these.
        List<Path> texts = files.stream().filter(file -> !isPicture(file)).toList();
        List<Path> from = random.nextInt(8) > 0 ? texts : files;
        Path file = from.get(random.nextInt(from.size()));
        byte[] good = Files.readAllBytes(file);
        byte[] bytes = good;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = isTable(file) && random.nextInt(4) > 0 ? inPlace(bytes) : changed(bytes);
        }
        Files.write(file, bytes);
        try {
            attempts.attempt(seed, () -> reader.read(seed, isPicture(file) || isTable(file)));
        } finally {
            Files.write(file, good);
        }
    }

    private static boolean isPicture(Path file) {
        return file.toString().matches(".*\\.(jpg|png)");
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".parquet");
    }

    /** A change that moves bytes breaks a table's offsets and gets no further than its footer; this one gets to the decoders. */
    private byte[] inPlace(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] changed = bytes.clone();
        int at = random.nextInt(3) == 0 ? bytes.length - 1 - random.nextInt(Math.min(bytes.length, 1500)) : random.nextInt(bytes.length);
        changed[at] = random.nextBoolean() ? NASTY_BYTES[random.nextInt(NASTY_BYTES.length)] : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        return changed;
    }

    private byte[] changed(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        byte[] nasty = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), nasty, Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, at), nasty, Arrays.copyOfRange(bytes, end, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), new byte[0], Arrays.copyOfRange(bytes, end, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, end), Arrays.copyOfRange(bytes, end, bytes.length));
            case 5 -> Arrays.copyOf(bytes, at);
            default -> number(bytes, at, nasty);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[at] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    /** Puts something nasty in the place of the next number or word. */
    private static byte[] number(byte[] bytes, int from, byte[] nasty) {
        int at = from;
        while (at < bytes.length && !Character.isLetterOrDigit(bytes[at])) {
            at++;
        }
        int end = at;
        while (end < bytes.length && (Character.isLetterOrDigit(bytes[end]) || bytes[end] == '.')) {
            end++;
        }
        return joined(Arrays.copyOf(bytes, at), nasty, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
