package whetstone.labelling.exchange.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.parquet.Column;
import whetstone.labelling.exchange.parquet.Kind;
import whetstone.labelling.exchange.parquet.TableWriter;
import whetstone.labelling.exchange.video.Ffmpeg;
import whetstone.labelling.exchange.video.NumberedVideo;

/** Datasets as LeRobot records them by default, with pictures as AV1: two episodes of five and seven frames, ten a second. */
class LeRobotVideoTest {
    private static final String CAMERA = "observation.images.top";
    private static final int FIRST = 5;
    private static final int SECOND = 7;

    private static Ffmpeg ffmpeg;

    @TempDir Path folder;

    @BeforeAll
    static void unpack() {
        try {
            ffmpeg = Ffmpeg.open();
        } catch (DatasetException none) {
            assumeTrue(false, none.getMessage());
        }
    }

    @AfterAll
    static void close() {
        if (ffmpeg != null) {
            ffmpeg.close();
        }
    }

    @Test
    void anEpisodeInTheMiddleOfAVideoGetsItsOwnFrames() throws IOException {
        manyAVideo(FIRST + SECOND);
        assertThat(numbers()).containsExactly(List.of(0, 1, 2, 3, 4), List.of(5, 6, 7, 8, 9, 10, 11));
    }

    @Test
    void aVideoAnEpisodeIsReadFromItsBeginning() throws IOException {
        Files.createDirectories(folder.resolve("meta"));
        info("v2.1", "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet");
        Files.writeString(folder.resolve("meta/episodes.jsonl"), "{\"episode_index\": 0, \"tasks\": [\"drive\"], \"length\": 5}\n");
        frames(FilePerEpisode.place(0), FIRST);
        video(FilePerEpisode.video(CAMERA, 0), FIRST);
        assertThat(numbers()).containsExactly(List.of(0, 1, 2, 3, 4));
    }

    @Test
    void aVideoThatIsTooShortIsSaid() throws IOException {
        manyAVideo(FIRST + SECOND - 2);
        assertThatThrownBy(this::numbers).isInstanceOf(DatasetException.class).hasMessageContaining("ends before frame 5 of episode 1");
    }

    @Test
    void aVideoThatIsMissingIsSaid() throws IOException {
        manyAVideo(FIRST + SECOND);
        Files.delete(folder.resolve("videos/" + CAMERA + "/chunk-000/file-000.mp4"));
        assertThatThrownBy(this::numbers).isInstanceOf(DatasetException.class).hasMessageContaining("is not there");
    }

    private List<List<Integer>> numbers() {
        List<List<Integer>> numbers = new ArrayList<>();
        try (ImportSource source = LeRobotImport.v30().open(folder, ImportOptions.usual(Clock.systemUTC()))) {
            for (ImportedRollout rollout : source.rollouts()) {
                List<Integer> ofEpisode = new ArrayList<>();
                rollout.frames().forEachRemaining(frame -> ofEpisode.add(NumberedVideo.read(frame.step().seen().picture("top"))));
                numbers.add(ofEpisode);
            }
        }
        return numbers;
    }

    private void manyAVideo(int videoFrames) throws IOException {
        Path episodes = folder.resolve("meta/episodes/chunk-000/file-000.parquet");
        Files.createDirectories(episodes.getParent());
        info("v3.0", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
        List<Column> columns = List.of(whole("episode_index"), whole("length"), whole("data/chunk_index"), whole("data/file_index"),
                whole("dataset_from_index"), whole("dataset_to_index"), whole("videos/" + CAMERA + "/chunk_index"),
                whole("videos/" + CAMERA + "/file_index"), Column.of("videos/" + CAMERA + "/from_timestamp", Kind.Scalar.DOUBLE));
        try (TableWriter table = TableWriter.create(episodes, columns, Map.of(), TableWriter.Compression.SNAPPY)) {
            table.write(List.of(0L, (long) FIRST, 0L, 0L, 0L, (long) FIRST, 0L, 0L, 0.0));
            table.write(List.of(1L, (long) SECOND, 0L, 0L, (long) FIRST, (long) FIRST + SECOND, 0L, 0L, FIRST / 10.0));
        }
        frames("data/chunk-000/file-000.parquet", FIRST, SECOND);
        video("videos/" + CAMERA + "/chunk-000/file-000.mp4", videoFrames);
    }

    private static Column whole(String name) {
        return Column.of(name, Kind.Scalar.INTEGER);
    }

    private void info(String version, String data) throws IOException {
        Files.writeString(folder.resolve("meta/info.json"), """
                {"codebase_version": "%s", "fps": 10, "data_path": "%s", "features": {
                 "action": {"dtype": "float32", "shape": [1], "names": ["steering"]},
                 "%s": {"dtype": "video", "shape": [48, 64, 3], "names": ["height", "width", "channels"]}}}
                """.formatted(version, data, CAMERA));
    }

    private void frames(String place, int... lengths) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        List<Column> columns = List.of(Column.of("action", Kind.Scalar.FLOAT), whole("episode_index"), whole("frame_index"));
        try (TableWriter table = TableWriter.create(file, columns, Map.of(), TableWriter.Compression.SNAPPY)) {
            for (int episode = 0; episode < lengths.length; episode++) {
                for (int frame = 0; frame < lengths[episode]; frame++) {
                    table.write(List.of(frame / 10f, (long) episode, (long) frame));
                }
            }
        }
    }

    private void video(String place, int frames) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        NumberedVideo.make(ffmpeg, file, frames, 10, "-c:v", "libsvtav1", "-g", "2", "-pix_fmt", "yuv420p");
    }
}
