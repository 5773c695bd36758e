package whetstone.labelling.exchange.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import whetstone.labelling.exchange.FuzzAttempts;

/**
 * Changes bytes of good Parquet files in their places, in the footer and in the headers and runs of pages, and reads every row and column. A
 * change that moves bytes breaks a footer's offsets and gets no further; these get to the decoders.
 */
final class TableFuzz {
    private static final byte[] NASTY = {0, 1, 2, 3, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff, 0x0f, (byte) 0xf9, (byte) 0xfc, 0x15, 0x19};
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private TableFuzz() {}

    /** Files that differ in page version, encodings and compression. */
    static List<Path> good(Path folder) {
        String rows = "(SELECT range::BIGINT AS i, range % 3 AS few, range / 7.0 AS d, (range / 7.0)::FLOAT AS f, range % 2 = 0 AS flag, "
                + "'text ' || range AS t, 'abc' AS same, CASE WHEN range % 5 = 0 THEN NULL ELSE range END AS gaps, "
                + "[range::FLOAT, 2, 3] AS list, [[[range::DOUBLE]], [[1.0]]] AS deep, "
                + "{'bytes': repeat(chr((65 + range % 26)::INTEGER), 40)::BLOB, 'path': NULL::VARCHAR} AS picture, now()::TIMESTAMP AS at "
                + "FROM range(60))";
        List<String> ways = List.of("COMPRESSION uncompressed", "COMPRESSION uncompressed, PARQUET_VERSION v2", "COMPRESSION snappy",
                "COMPRESSION zstd, PARQUET_VERSION v2", "COMPRESSION gzip, ROW_GROUP_SIZE 20", "COMPRESSION lz4_raw",
                "COMPRESSION uncompressed, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1", "COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 1");
        return java.util.stream.IntStream.range(0, ways.size()).mapToObj(i -> {
            Path file = folder.resolve("table" + i + ".parquet");
            ParquetQuery.run("COPY " + rows + " TO '" + file + "' (FORMAT parquet, " + ways.get(i) + ")");
            return file;
        }).toList();
    }

    /** @throws AssertionError that names the seed of the first mutation that did what no reader may */
    static FuzzAttempts.Result run(List<Path> files, long seed, int mutations) throws IOException {
        Path file = files.getFirst().resolveSibling("mutation.parquet");
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT)) {
            for (long one = seed; one < seed + mutations; one++) {
                Files.write(file, mutated(files, new Random(one)));
                attempts.attempt(one, () -> read(file));
            }
            return attempts.result();
        }
    }

    private static byte[] mutated(List<Path> files, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            int at = random.nextInt(3) == 0 ? bytes.length - 1 - random.nextInt(Math.min(bytes.length, 1500)) : random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? NASTY[random.nextInt(NASTY.length)] : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Rows that a file of some kilobytes only claims to have are not waited for. */
    private static void read(Path file) {
        try (TableReader table = TableReader.open(file)) {
            int few = 2000;
            for (Iterator<Row> rows = table.rows(table.columns(), 0); rows.hasNext() && few > 0; few--) {
                rows.next();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
