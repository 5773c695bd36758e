package whetstone.labelling.exchange.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import whetstone.labelling.exchange.FuzzReport;

/**
 * Tries many mutations on the reader of videos: {@code WHETSTONE_JAVA_OPTIONS=-Xmx512m tests/benchmarks/run VideoFuzzBenchmark
 * [mutations of what FFmpeg says [mutations of videos]]}. A video takes about a quarter of a second.
 */
final class VideoFuzzBenchmark {
    private static final long SEED = 1_000_000;
    private static final int FRAMES = 20;

    private VideoFuzzBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("fuzz-video");
        FuzzReport report = new FuzzReport();
        report.print("video, what FFmpeg says", VideoFuzz.said(folder, SEED, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000), folder);
        List<Path> good;
        try (Ffmpeg ffmpeg = Ffmpeg.open()) {
            good = List.of(made(ffmpeg, folder, "h264.mp4", "libopenh264"), made(ffmpeg, folder, "vp9.webm", "libvpx-vp9"),
                    made(ffmpeg, folder, "mpeg4.avi", "mpeg4"), made(ffmpeg, folder, "av1.mkv", "libsvtav1"), made(ffmpeg, folder, "mpeg2.ts", "mpeg2video"));
        }
        FuzzReport videos = new FuzzReport();
        videos.print("video, files", VideoFuzz.videos(good, folder, SEED, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000), folder);
    }

    private static Path made(Ffmpeg ffmpeg, Path folder, String name, String encoder) {
        return NumberedVideo.make(ffmpeg, folder.resolve(name), FRAMES, 30, "-c:v", encoder, "-pix_fmt", "yuv420p");
    }
}
