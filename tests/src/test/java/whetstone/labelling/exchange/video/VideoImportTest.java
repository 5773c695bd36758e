package whetstone.labelling.exchange.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Rollout;

/** Videos made by FFmpeg, frame by frame. */
class VideoImportTest {
    private static final int FRAMES = 60;

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

    @ParameterizedTest
    @CsvSource({"h264.mp4, libopenh264", "av1.mp4, libsvtav1", "av1.mkv, libsvtav1", "vp9.webm, libvpx-vp9", "mpeg4.avi, mpeg4", "lossless.mkv, ffv1"})
    void everyFrameComesOnceAndInOrder(String name, String encoder) {
        Path video = NumberedVideo.make(ffmpeg, folder.resolve(name), FRAMES, 30, "-c:v", encoder, "-pix_fmt", "yuv420p");
        assertThat(numbers(video, VideoCut.WHOLE)).isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
    }

    @Test
    void aCutBeginsAndEndsAtTheFramesThatWereAskedFor() {
        Path video = h264(30);
        assertThat(numbers(video, new VideoCut(23 / 30.0 - 0.5 / 30, OptionalInt.of(10), OptionalDouble.empty(), OptionalInt.empty())))
                .isEqualTo(IntStream.range(23, 33).boxed().toList());
    }

    @Test
    void aThirdOfTheRateTakesEveryThirdFrame() {
        List<Integer> numbers = numbers(h264(30), new VideoCut(0, OptionalInt.empty(), OptionalDouble.of(10), OptionalInt.empty()));
        assertThat(numbers).hasSize(FRAMES / 3);
        assertThat(IntStream.range(1, numbers.size()).map(i -> numbers.get(i) - numbers.get(i - 1))).containsOnly(3);
    }

    @Test
    void aVideoBecomesARolloutOfUnlabelledFrames() {
        Rollout rollout = imported(h264(25), ImportOptions.usual(InstantSource.system()));
        assertThat(rollout.length()).isEqualTo(FRAMES);
        assertThat(rollout.info().environment().ticksPerSecond()).isEqualTo(25);
        assertThat(rollout.step(0).executedAction()).isEmpty();
        assertThat(NumberedVideo.read(rollout.step(41).seen().picture("front"))).isEqualTo(41);
    }

    @Test
    void widePicturesAreMadeSmallerWhereItIsWanted() {
        Rollout rollout = imported(h264(25), ImportOptions.usual(InstantSource.system()).withWidth(32));
        assertThat(rollout.step(7).seen().picture("front")).hasToString("picture 32 x 24 x 3");
        assertThat(NumberedVideo.read(rollout.step(7).seen().picture("front"))).isEqualTo(7);
    }

    @Test
    void aVideoThatWasCutOffIsSaid() throws IOException {
        Path video = NumberedVideo.make(ffmpeg, folder.resolve("cut.mkv"), FRAMES, 30, "-c:v", "ffv1");
        byte[] whole = Files.readAllBytes(video);
        Files.write(video, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThatThrownBy(() -> imported(video, ImportOptions.usual(InstantSource.system()))).hasMessageContaining("says it has 60 frames, but ends behind frame");
    }

    @Test
    void whatIsNoVideoIsSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video at all, whatever its name says");
        assertThatThrownBy(() -> ffmpeg.describe(text)).isInstanceOf(DatasetException.class).hasMessageContaining("can't be read as a video");
    }

    @Test
    void aListThatNamesOtherFilesIsNotFollowed() throws IOException {
        Path video = h264(30);
        Path list = Files.writeString(folder.resolve("list.ffconcat"), "ffconcat version 1.0\nfile '" + video.getFileName() + "'\n");
        Path playlist = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + video + "\n#EXT-X-ENDLIST\n");
        assertThatThrownBy(() -> ffmpeg.describe(list)).hasMessageContaining("can't be read as a video");
        assertThatThrownBy(() -> ffmpeg.describe(playlist)).hasMessageContaining("can't be read as a video");
    }

    @Test
    void aGapOfHoursDoesNotBecomeAMillionFrames() {
        Path video = NumberedVideo.make(ffmpeg, folder.resolve("gap.mkv"), FRAMES, 30, "-vf", "setpts=if(gte(N\\,30)\\,N+1e6\\,N)/30/TB", "-fps_mode",
                "passthrough", "-c:v", "libopenh264", "-pix_fmt", "yuv420p");
        ImportOptions every = ImportOptions.usual(InstantSource.system()).withFramesPerSecond(30);
        assertThatThrownBy(() -> {
            try (ImportSource source = new VideoImport().open(video, every)) {
                source.rollouts().getFirst().frames().forEachRemaining(frame -> assertThat(frame.step().tick()).isLessThan(100_000));
            }
        }).isInstanceOf(DatasetException.class).hasMessageContaining("its times have a gap");
    }

    @Test
    void nothingOfItStaysBehind() {
        Ffmpeg another = Ffmpeg.open();
        Path unpacked = another.program().getParent();
        another.close();
        assertThat(unpacked).doesNotExist();
    }

    private Path h264(double rate) {
        return NumberedVideo.make(ffmpeg, folder.resolve("made.mp4"), FRAMES, rate, "-c:v", "libopenh264", "-pix_fmt", "yuv420p");
    }

    private List<Integer> numbers(Path video, VideoCut cut) {
        List<Integer> numbers = new ArrayList<>();
        try (VideoFrames frames = ffmpeg.frames(video, ffmpeg.describe(video), cut)) {
            frames.forEachRemaining(picture -> numbers.add(NumberedVideo.read(picture)));
        }
        return numbers;
    }

    private Rollout imported(Path video, ImportOptions options) {
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
             ImportSource source = new VideoImport().open(video, options)) {
            long id = Import.into(dataset, source, Progress.unseen()).rollouts().getFirst();
            Rollout stored = dataset.rollout(id);
            return new whetstone.model.MemoryRollout(stored.info(), Stream.iterate(0, tick -> tick + 1).limit(stored.length())
                    .map(stored::step).toList());
        }
    }
}
