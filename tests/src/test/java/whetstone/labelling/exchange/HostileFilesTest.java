package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.parquet.ParquetQuery;
import whetstone.labelling.store.SqliteDataset;

/** What somebody might put in the place of a good file, for every reader that reads folders. Fuzzers try what nobody thought of. */
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Files that a user chose himself, or that nobody reads: these may be links. */
    private static final String CHOSEN = ".*(manifest\\.json|_manifest|driving_log\\.csv|frames\\.csv|rollouts\\.json|drive\\.csv|info\\.json|stats\\.json"
            + "|episodes_stats\\.jsonl|sittings\\.csv|tasks\\.(jsonl|parquet)|whetstone\\.json)";

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"donkeycar", "udacity", "csv", "frames", "lerobot-v2.1", "lerobot-v2.1-foreign", "lerobot-v3.0", "lerobot-v3.0-foreign"})
    void whateverStandsInTheFilesPlaceIsReadOrRefusedWithASentence(String format) throws IOException {
        Path good = good(format);
        Map<String, byte[]> instead = Map.of("empty", new byte[0], "zeros", new byte[70_000], "words", "no such file at all\n".repeat(50)
                .getBytes(StandardCharsets.UTF_8), "picture", gigantic(), "JSON", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT)) {
            for (Path file : files(good)) {
                byte[] whole = Files.readAllBytes(file);
                for (byte[] other : instead.values()) {
                    Files.write(file, other);
                    attempts.attempt(0, () -> read(format, good));
                }
                Files.delete(file);
                Files.createDirectory(file);
                attempts.attempt(0, () -> read(format, good));
                Files.delete(file);
                Files.createSymbolicLink(file, file);
                attempts.attempt(0, () -> read(format, good));
                Files.delete(file);
                Files.write(file, whole);
            }
            assertThat(attempts.result().refused()).isGreaterThan(attempts.result().accepted());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"donkeycar", "udacity", "csv", "frames", "lerobot-v2.1-foreign", "lerobot-v3.0-foreign"})
    void nothingBehindALinkThatLeadsOutIsRead(String format) throws IOException {
        Path good = good(format);
        for (Path file : files(good).stream().filter(one -> !one.toString().matches(CHOSEN)).toList()) {
            Path outside = folder.resolve("outside");
            Files.move(file, outside);
            Files.createSymbolicLink(file, outside);
            assertThatThrownBy(() -> read(format, good)).as(file.toString()).isInstanceOf(DatasetException.class).hasMessageContaining("link that leads out");
            Files.delete(file);
            Files.move(outside, file);
        }
        read(format, good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"donkeycar", "udacity", "csv", "frames", "lerobot-v2.1", "lerobot-v3.0"})
    void aFolderThatHoldsItselfDoesNotKeepReadingFromItsEnd(String format) throws IOException {
        Path good = good(format);
        for (Path inner : Stream.concat(Stream.of(good), folders(good).stream()).toList()) {
            Files.createSymbolicLink(inner.resolve("again.png"), good);
        }
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT)) {
            attempts.attempt(0, () -> read(format, good));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"../../secret.png | no picture inside the folder", "/etc/passwd | no picture inside the folder",
        "..\\..\\secret.png | no picture inside the folder", "pictures | is missing", "pictures/../../secret.png | no picture inside the folder"})
    void aTableThatNamesAPictureElsewhereIsRefused(String written, String sentence) throws IOException {
        Path good = good("csv");
        MadePictures.write(good.getParent().getParent().resolve("secret.png"), 8, 6, Color.RED);
        Path table = good.resolve(CsvExport.TABLE);
        Files.writeString(table, Files.readString(table).replaceFirst("pictures/[^,]*", written.replace("\\", "\\\\\\\\")));
        assertThatThrownBy(() -> read("csv", good)).isInstanceOf(DatasetException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-1e999", "0x1p2000", "1e-"})
    void aTableWithANumberThatIsNoneIsRefused(String number) throws IOException {
        Path good = good("frames");
        Path table = good.resolve("drive.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("0\\.1", number));
        assertThatThrownBy(() -> read("frames", good)).isInstanceOf(DatasetException.class).hasMessageContaining("row 3").hasMessageContaining(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"meta/info.json | \"shape\" : \\[ [0-9]+ | \"shape\" : [ 1000000000000000000 | gives feature",
        "meta/info.json | \"fps\" : [0-9]+ | \"fps\" : 1e300 | frames per second",
        "meta/info.json | \"data_path\" : \"data | \"data_path\" : \"../../data | keeps its frames at",
        "meta/episodes.jsonl | \"length\":[0-9]+ | \"length\":1000000000000000000 | 'length' is missing, or no number that an episode has",
        "meta/episodes.jsonl | \"episode_index\":0 | \"episode_index\":-1 | 'episode_index' is missing",
        "meta/episodes.jsonl | \"length\":[0-9]+ | \"length\":999999999 | describes"})
    void aLeRobotDatasetThatDeclaresTheImpossibleIsRefused(String file, String from, String to, String sentence) throws IOException {
        Path good = good("lerobot-v2.1-foreign");
        Path changed = good.resolve(file);
        String text = Files.readString(changed);
        Files.writeString(changed, text.replaceFirst(from, to));
        assertThat(Files.readString(changed)).isNotEqualTo(text);
        assertThatThrownBy(() -> read("lerobot-v2.1", good)).isInstanceOf(DatasetException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"lerobot-v2.1-foreign, meta/info.json", "lerobot-v2.1-foreign, meta/episodes.jsonl", "lerobot-v2.1, meta/whetstone.json",
        "csv, rollouts.json"})
    void jsonOfMillionsOfValuesIsRefusedBeforeTheyFillTheMemory(String format, String file) throws IOException {
        Path good = good(format);
        Files.writeString(good.resolve(file), "[" + "[],".repeat(1_000_001) + "0]");
        assertThatThrownBy(() -> read(format, good)).isInstanceOf(DatasetException.class).hasMessageContaining("Token count");
    }

    @Test
    void aTableOfMoreEpisodesThanAnyoneRecordedIsRefused() throws IOException {
        Path good = good("lerobot-v3.0-foreign");
        Path episodes = good.resolve("meta/episodes/chunk-000/file-000.parquet");
        Path few = Files.move(episodes, folder.resolve("few.parquet"));
        ParquetQuery.run("COPY (SELECT few.* REPLACE (range AS episode_index) FROM '" + few + "' few, range(300000)) TO '" + episodes
                + "' (FORMAT parquet)");
        assertThatThrownBy(() -> read("lerobot-v3.0", good)).isInstanceOf(DatasetException.class).hasMessageContaining("more than 200000 episodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lerobot-v2.1", "lerobot-v3.0"})
    void aFeatureWhoseVideoWouldLieOutsideIsRefused(String format) throws IOException {
        Path good = good(format + "-foreign");
        Path info = good.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replaceFirst("\"features\" : \\{", "\"features\" : { \"observation.images.../../../../x\" : "
                + "{\"dtype\": \"video\", \"shape\": [8, 8, 3], \"names\": null},"));
        assertThatThrownBy(() -> read(format, good)).isInstanceOf(DatasetException.class);
    }

    @Test
    void aPictureThatSaysItIsGiganticIsRefusedBeforeItIsDecoded() throws IOException {
        Path good = good("frames");
        Files.write(good.resolve("frame0.png"), gigantic());
        assertThatThrownBy(() -> read("frames", good)).isInstanceOf(DatasetException.class).hasMessageContaining("100000 x 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"donkeycar", "udacity", "csv", "frames", "lerobot-v2.1", "lerobot-v3.0"})
    void aRefusedImportLeavesNothingInTheDatasetNorBesideIt(String format) throws IOException {
        Path good = good(format);
        Path damaged = files(good).stream().filter(file -> file.toString().matches(".*(\\.png|\\.jpg|data/.*\\.parquet)")).reduce((_, last) -> last)
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(damaged);
        java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0xff);
        Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path target = Files.createDirectory(folder.resolve("target"));
        try (SqliteDataset dataset = SqliteDataset.create(target.resolve("into.whetstone"))) {
            assertThatThrownBy(() -> {
                try (ImportSource source = open(format, good)) {
                    Import.into(dataset, source, Progress.unseen());
                }
            }).isInstanceOf(DatasetException.class);
            assertThat(dataset.rollouts()).allMatch(rollout -> rollout.deleted());
        }
        try (Stream<Path> left = Files.list(target)) {
            assertThat(left).allMatch(file -> file.getFileName().toString().contains("into.whetstone"));
        }
    }

    /** A copy of a good folder, which is made once. */
    private Path good(String format) throws IOException {
        Path once = made.resolve(format);
        Path first = once.resolve("good").resolve("read");
        if (!Files.exists(once)) {
            GoodFolders.write(format, Files.createDirectory(once));
        }
        Path copy = folder.resolve("good").resolve("read");
        try (Stream<Path> all = Files.walk(first)) {
            for (Path file : all.toList()) {
                Path to = copy.resolve(first.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy;
    }

    private static void read(String format, Path place) {
        try (ImportSource source = open(format, place)) {
            source.rollouts().forEach(rollout -> rollout.frames().forEachRemaining(frame -> rollout.info().environment().cameras().forEach(camera -> {
                try {
                    frame.picture(camera.name(), camera.channels());
                } catch (IllegalArgumentException damaged) {
                    throw new DatasetException(damaged.getMessage(), damaged);
                }
            })));
        }
    }

    private static ImportSource open(String format, Path place) {
        return Formats.imported(format.replace("-foreign", "")).orElseThrow().open(place, ImportOptions.usual(InstantSource.system()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).filter(inner -> !inner.equals(folder)).toList();
        }
    }

    /** A PNG of a few bytes that says it is 100,000 pixels wide and high. */
    private static byte[] gigantic() {
        byte[] chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(100_000).putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0}).array();
        CRC32 check = new CRC32();
        check.update(chunk);
        return ByteBuffer.allocate(33).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13).put(chunk)
                .putInt((int) check.getValue()).array();
    }
}
