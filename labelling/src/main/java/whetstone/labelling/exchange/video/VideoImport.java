package whetstone.labelling.exchange.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.AssumedCar;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * Reads a video file as one rollout of unlabelled frames: each once where they are shown equally long, otherwise those nearest to an even
 * grid at the video's average rate, or at a rate that the user wants. Nobody knows what was done there until somebody labels it.
 */
public final class VideoImport implements ImportFormat {
    private static final String CAMERA = "front";
    /** A length in seconds tells the number of frames only nearly. */
    private static final int MISCOUNT = 5;
    /** Every frame of a video takes a byte at least; these many may be shown twice, where a recording paused. */
    private static final long MOST_REPEATED = 20_000;

    @Override
    public String name() {
        return "video";
    }

    @Override
    public List<String> files() {
        return List.of("*.mp4", "*.mov", "*.mkv", "*.webm", "*.avi", "*.m4v", "*.ts", "*.mpg");
    }

    @Override
    public ImportSource open(Path place, ImportOptions options) {
        Ffmpeg ffmpeg = Ffmpeg.open();
        try {
            return new Source(ffmpeg, place, ffmpeg.describe(place), options);
        } catch (DatasetException refused) {
            ffmpeg.close();
            throw refused;
        }
    }

    /** Open as long as its frames are read. */
    private static final class Source implements ImportSource, ImportedRollout {
        private final List<VideoFrames> opened = new ArrayList<>();
        private final Ffmpeg ffmpeg;
        private final Path file;
        private final VideoDescription video;
        private final VideoCut cut;
        private final RolloutInfo info;

        Source(Ffmpeg ffmpeg, Path file, VideoDescription video, ImportOptions options) {
            this.ffmpeg = ffmpeg;
            this.file = file;
            this.video = video;
            OptionalDouble rate = options.framesPerSecond().isPresent() || video.constant() ? options.framesPerSecond()
                    : OptionalDouble.of(video.framesPerSecond());
            this.cut = new VideoCut(0, OptionalInt.empty(), rate, options.width());
            String name = String.valueOf(file.getFileName());
            EnvironmentSpec environment = new EnvironmentSpec("video", name, rate.orElse(video.framesPerSecond()), ActionSpec.STEER,
                    List.of(AssumedCar.camera(CAMERA, cut.width(video), cut.height(video))), List.of(), AssumedCar.VEHICLE, false);
            this.info = new RolloutInfo(environment, "video " + name, OptionalLong.empty(), 0, 0, options.clock().instant(), Optional.empty());
        }

        @Override
        public List<ImportedRollout> rollouts() {
            return List.of(this);
        }

        @Override
        public RolloutInfo info() {
            return info;
        }

        /** As the file tells; a video may have a few more or less. */
        @Override
        public int length() {
            double frames = video.frames() * info.environment().ticksPerSecond() / video.framesPerSecond();
            return Math.clamp(Math.round(frames), 1, Integer.MAX_VALUE);
        }

        @Override
        public Iterator<ImportedFrame> frames() {
            VideoFrames frames = ffmpeg.frames(file, video, cut);
            opened.add(frames);
            long most = file.toFile().length() + MOST_REPEATED;
            return new Iterator<>() {
                private int tick;

                @Override
                public boolean hasNext() {
                    boolean more = frames.hasNext();
                    if (!more) {
                        requireWhole(tick);
                    }
                    return more;
                }

                @Override
                public ImportedFrame next() {
                    if (tick >= most) {
                        throw new DatasetException(file + " gives more than " + most + " frames, which a file of its size can't hold: its times "
                                + "have a gap. Cut it there with a tool of your own.");
                    }
                    return frame(tick++, frames.next());
                }
            };
        }

        /** A decoder takes the end of a file that was cut off for the end of its video. */
        private void requireWhole(int read) {
            int told = length();
            if (video.frames() > 0 && read < told - Math.max(MISCOUNT, told / 20)) {
                throw new DatasetException(file + " says it has " + told + " frames, but ends behind frame " + (read - 1)
                        + ": copy it again, or convert it to keep what is there.");
            }
        }

        private ImportedFrame frame(int tick, Picture picture) {
            Step step = new Step(tick, new Observation(Map.of(CAMERA, picture), StateVector.EMPTY), Optional.empty(), Optional.empty(),
                    Control.UNKNOWN, Optional.empty(), Set.of(), Optional.empty());
            return new ImportedFrame(step, Map.of(), Optional.empty(), file + ", frame " + tick);
        }

        @Override
        public void close() {
            opened.forEach(VideoFrames::close);
            ffmpeg.close();
        }
    }
}
