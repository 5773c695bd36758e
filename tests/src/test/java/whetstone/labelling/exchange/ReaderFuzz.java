package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Camera;

/**
 * Changes a good file at random, a few bytes at a time, and reads the folder that it lies in to its last picture. A reader may refuse
 * with a sentence; anything else it throws, or a file that it leaves, is a fault of its own.
 */
public final class ReaderFuzz {
    private static final List<String> NASTY = List.of("../", "../../../../etc/passwd", "/etc/passwd", "\\", "\"", "'", "{", "}", "[", "]",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "null", "true", "NaN", "Infinity", "1e999", "-1e-999", "-1", "0", "99999999999999999999",
            "2147483647", "-2147483648", "\u0000", "\n", "\r", ",", ";", ":", " ", "é", "\uD83D\uDE97", "\uFEFF", "x".repeat(5000), "1".repeat(400),
            "\"\"", "deleted_indexes", "_session_id", "\"_index\":0,");

    private final ImportFormat format;
    private final Path folder;
    private final Random random;
    private int accepted;
    private int refused;
    private long slowest;

    /** How many mutations were read and how many were refused with a sentence, and how long the slowest took. */
    public record Result(int accepted, int refused, double slowestMilliseconds) {}

    private ReaderFuzz(ImportFormat format, Path folder, long seed) {
        this.format = format;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * @param folder holds a good file or folder of the format; is as it was afterwards
     * @throws AssertionError that names the seed of the first mutation that did what no reader may
     */
    public static Result run(ImportFormat format, Path folder, long seed, int mutations) throws IOException {
        Set<Path> before = files(folder);
        List<Path> files = before.stream().sorted().toList();
        ReaderFuzz fuzz = new ReaderFuzz(format, folder, seed);
        for (int i = 0; i < mutations; i++) {
            fuzz.random.setSeed(seed + i);
            // Pictures are many and other files few: seven mutations in eight are of these.
            List<Path> texts = files.stream().filter(file -> !isPicture(file)).toList();
            List<Path> from = fuzz.random.nextInt(8) > 0 ? texts : files;
            fuzz.mutate(from.get(fuzz.random.nextInt(from.size())), seed + i);
        }
        if (!files(folder).equals(before)) {
            throw new AssertionError("the reader left files behind: " + files(folder));
        }
        return new Result(fuzz.accepted, fuzz.refused, fuzz.slowest / 1e6);
    }

    private static Set<Path> files(Path folder) throws IOException {
        // What lies beside it counts, too.
        try (Stream<Path> all = Files.walk(folder.toAbsolutePath().getParent())) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private void mutate(Path file, long seed) throws IOException {
        byte[] good = Files.readAllBytes(file);
        byte[] bytes = good;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes);
        }
        Files.write(file, bytes);
        long begin = System.nanoTime();
        try {
            read(isPicture(file));
            accepted++;
        } catch (DatasetException sentence) {
            refused++;
            if (sentence.getMessage() == null || sentence.getMessage().isBlank()) {
                throw new AssertionError("seed " + seed + ": refused without a sentence", sentence);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError crash) {
            throw new AssertionError("seed " + seed + ", " + file.getFileName() + ": " + crash, crash);
        } finally {
            slowest = Math.max(slowest, System.nanoTime() - begin);
            Files.write(file, good);
        }
    }

    private static boolean isPicture(Path file) {
        return file.toString().matches(".*\\.(jpg|png)");
    }

    /** @param decoded whether the pictures are decoded, too */
    private void read(boolean decoded) {
        try (ImportSource source = format.open(folder, ImportOptions.usual(InstantSource.system()))) {
            for (ImportedRollout rollout : source.rollouts()) {
                for (Iterator<ImportedFrame> frames = rollout.frames(); frames.hasNext();) {
                    ImportedFrame frame = frames.next();
                    if (decoded) {
                        rollout.info().environment().cameras().forEach(camera -> decode(frame.originals().get(camera.name()), camera));
                    }
                }
            }
        }
    }

    /** As the import does, which makes a sentence of a damaged picture. */
    private static void decode(EncodedPicture picture, Camera camera) {
        try {
            if (picture != null) {
                picture.decode(camera.channels());
            }
        } catch (IllegalArgumentException damaged) {
            throw new DatasetException(damaged.getMessage(), damaged);
        }
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
