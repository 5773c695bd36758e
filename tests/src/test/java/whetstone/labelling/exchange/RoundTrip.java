package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;

/** From a dataset file through a foreign format into another dataset file, and whether all is there again. */
public final class RoundTrip {
    private RoundTrip() {}

    /** Writes rollouts into a dataset file, exports that, imports it into a second file, and hands over what both hold. */
    public static void of(List<ImportedRollout> rollouts, ExportFormat to, ImportFormat from, BiConsumer<Recordings, Recordings> compared) {
        Path folder = temporary();
        try (SqliteDataset first = SqliteDataset.create(folder.resolve("first.whetstone"));
             SqliteDataset second = SqliteDataset.create(folder.resolve("second.whetstone"))) {
            Import.into(first, () -> rollouts, Progress.unseen());
            Recordings written = all(first);
            Export.run(to, written, folder.resolve("out"), Progress.unseen());
            try (ImportSource source = from.open(folder.resolve("out"), ImportOptions.usual(InstantSource.system()))) {
                Import.into(second, source, Progress.unseen());
            }
            compared.accept(written, all(second));
        } finally {
            delete(folder);
        }
    }

    public static Recordings all(SqliteDataset dataset) {
        return Recordings.of(dataset, dataset.rollouts().stream().filter(rollout -> !rollout.deleted()).map(RolloutSummary::id).toList());
    }

    /** All but the pictures. */
    public static void assertSameFrames(Recordings written, Recordings read) {
        assertThat(read.recordings()).hasSameSizeAs(written.recordings());
        for (int i = 0; i < read.recordings().size(); i++) {
            Recording one = written.recordings().get(i);
            Recording other = read.recordings().get(i);
            assertThat(other.info()).isEqualTo(one.info());
            assertThat(other.length()).isEqualTo(one.length());
            for (int tick = 0; tick < one.length(); tick++) {
                assertThat(other.withoutPictures(tick).step()).isEqualTo(one.withoutPictures(tick).step());
                assertThat(label(other, tick)).isEqualTo(label(one, tick));
            }
        }
    }

    private static List<Object> label(Recording recording, int tick) {
        Optional<Said> said = recording.withoutPictures(tick).said();
        Optional<float[]> action = said.flatMap(Said::action).map(Action::toArray);
        return List.of(said.map(Said::kind), said.map(Said::expert), action.map(java.util.Arrays::toString));
    }

    /** Every picture to the sample, and those that came as files to the byte. */
    public static void assertSamePictures(Recordings written, Recordings read) {
        for (int i = 0; i < read.recordings().size(); i++) {
            for (int tick = 0; tick < read.recordings().get(i).length(); tick++) {
                Frame one = written.recordings().get(i).frame(tick);
                assertThat(read.recordings().get(i).frame(tick).step().seen().pictures()).isEqualTo(one.step().seen().pictures());
                assertSameFiles(written.recordings().get(i).originals(tick), read.recordings().get(i).originals(tick),
                        EncodedPicture.Format.PNG);
            }
        }
    }

    /** Those that came as JPEG, to the byte. */
    public static void assertSameJpegs(Recordings written, Recordings read) {
        for (int i = 0; i < read.recordings().size(); i++) {
            for (int tick = 0; tick < read.recordings().get(i).length(); tick++) {
                assertSameFiles(written.recordings().get(i).originals(tick), read.recordings().get(i).originals(tick),
                        EncodedPicture.Format.JPEG);
            }
        }
    }

    private static void assertSameFiles(Map<String, EncodedPicture> written, Map<String, EncodedPicture> read, EncodedPicture.Format least) {
        written.forEach((camera, picture) -> {
            if (picture.format() == EncodedPicture.Format.JPEG || least == EncodedPicture.Format.PNG) {
                assertThat(read.get(camera).toBytes()).isEqualTo(picture.toBytes());
            }
        });
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("round-trip");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
