package whetstone.labelling.exchange.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some thousand mutations of what FFmpeg says; {@code tests/benchmarks/run VideoFuzzBenchmark} tries a hundred thousand, and files. */
class VideoFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void whatFfmpegSaysIsBelievedOrRefusedWithASentence() {
        assertThat(VideoFuzz.said(folder, 1, 3000).refused()).isBetween(1000, 2999);
    }
}
