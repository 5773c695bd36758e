package whetstone.labelling.exchange.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.model.files.TemporaryFolder;

/**
 * FFmpeg's programs for decoding video, unpacked into a temporary folder as long as this is open. They run as processes of their own: a
 * hostile video can at most end one of these. They may read the one file they are given, of a few container formats that name no other
 * files, ask for a limited block of memory, and are ended when they are silent for a minute. One thread.
 */
public final class Ffmpeg implements AutoCloseable {
    /** Containers that hold their pictures themselves: no playlists, no lists of files, nothing from a network. */
    private static final String CONTAINERS = "mov,matroska,webm,avi,mpegts,mpeg,flv,ogg";
    private static final long MOST_BYTES_AT_ONCE = 512L << 20;
    private static final long SILENT_SECONDS = 60;

    private final TemporaryFolder folder;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "video watch");
        thread.setDaemon(true);
        return thread;
    });

    private Ffmpeg(TemporaryFolder folder) {
        this.folder = folder;
    }

    /** @throws DatasetException with a sentence where this kind of computer has no FFmpeg in the build, or the disk can't take it */
    public static Ffmpeg open() {
        String from = "/org/bytedeco/ffmpeg/" + platform();
        URL programs = Ffmpeg.class.getResource(from);
        if (programs == null) {
            throw new DatasetException("This build has no FFmpeg for " + platform() + ", so no video can be read: make pictures of it "
                    + "with a tool of your own and import the folder of frames.");
        }
        try {
            TemporaryFolder folder = TemporaryFolder.create("whetstone-video-");
            Ffmpeg ffmpeg = new Ffmpeg(folder);
            try {
                unpack(programs.toURI(), from, folder.path());
            } catch (IOException | URISyntaxException failure) {
                ffmpeg.close();
                throw failure instanceof IOException full ? full : new IOException(failure);
            }
            return ffmpeg;
        } catch (IOException full) {
            throw new DatasetException("FFmpeg can't be unpacked to read a video (" + full.getMessage() + "): make room for about 70 MB in "
                    + "the folder for temporary files.", full);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (system.contains("win") ? "windows" : system.contains("mac") ? "macosx" : "linux") + "-" + (arm ? "arm64" : "x86_64");
    }

    private static void unpack(URI programs, String from, Path folder) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(programs, Map.of()); Stream<Path> files = Files.list(archive.getPath(from))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("jniav") && !name.contains("jnisw")) {
                    Path unpacked = folder.resolve(name);
                    Files.copy(file, unpacked);
                    if (!unpacked.toFile().setExecutable(true, true)) {
                        throw new IOException("'" + name + "' can't be made a program");
                    }
                }
            }
        }
    }

    /** What a video says of its first picture track. @throws DatasetException with a sentence if it is none that can be read */
    public VideoDescription describe(Path video) {
        if (!Files.isRegularFile(video)) {
            throw new DatasetException(video + " is not there, or no file: choose a video.");
        }
        List<String> command = program("ffprobe");
        command.addAll(List.of("-select_streams", "v:0", "-show_entries",
                "stream=width,height,avg_frame_rate,r_frame_rate,nb_frames,duration:stream_side_data=rotation:format=duration", "-of", "json",
                file(video)));
        Running running = start(command, video);
        try (InputStream printed = running.process().getInputStream()) {
            byte[] json = printed.readNBytes(VideoDescription.LONGEST);
            running.end();
            return VideoDescription.of(json, video);
        } catch (IOException broken) {
            throw unreadable(video, broken);
        } finally {
            running.end();
        }
    }

    /** Frames of a video, in RGB. The caller closes them. @throws DatasetException with a sentence if the video can't be read */
    public VideoFrames frames(Path video, VideoDescription description, VideoCut cut) {
        List<String> command = program("ffmpeg");
        command.addAll(List.of("-nostdin", "-hide_banner", "-xerror", "-max_alloc", String.valueOf(MOST_BYTES_AT_ONCE), "-threads", "2"));
        command.addAll(cut.before());
        command.addAll(List.of("-i", file(video), "-map", "0:v:0", "-an", "-sn", "-dn"));
        command.addAll(cut.after(description));
        command.addAll(List.of("-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"));
        return new VideoFrames(start(command, video), video, cut.width(description), cut.height(description));
    }

    /** Where a program of FFmpeg lies, for making videos in tests. */
    Path program() {
        return folder.path().resolve(platform().startsWith("windows") ? "ffmpeg.exe" : "ffmpeg");
    }

    private List<String> program(String name) {
        boolean windows = platform().startsWith("windows");
        return new ArrayList<>(List.of(folder.path().resolve(windows ? name + ".exe" : name).toString(), "-loglevel", "error", "-protocol_whitelist",
                "file", "-format_whitelist", CONTAINERS));
    }

    /** A path as FFmpeg takes it, whatever it begins with. */
    private static String file(Path video) {
        return "file:" + video.toAbsolutePath();
    }

    private Running start(List<String> command, Path video) {
        try {
            // What it complains of might be without end; which file and frame it was is known here.
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).directory(folder.path().toFile()).start();
            process.getOutputStream().close();
            Running running = new Running(process);
            running.watched(watch.scheduleWithFixedDelay(() -> running.endIfSilent(TimeUnit.SECONDS.toNanos(SILENT_SECONDS)), 5, 5,
                    TimeUnit.SECONDS));
            return running;
        } catch (IOException broken) {
            throw new DatasetException("FFmpeg can't be started to read " + video + " (" + broken.getMessage() + ").", broken);
        }
    }

    static DatasetException unreadable(Path video, Throwable why) {
        return new DatasetException(video + " can't be read as a video: it is none (MP4, MOV, MKV, WebM, AVI), or it is damaged. Choose another "
                + "file, or convert it.", why);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        folder.close();
    }
}
