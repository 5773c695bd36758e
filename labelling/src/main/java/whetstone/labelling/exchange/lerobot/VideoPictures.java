package whetstone.labelling.exchange.lerobot;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.video.Ffmpeg;
import whetstone.labelling.exchange.video.VideoCut;
import whetstone.labelling.exchange.video.VideoDescription;
import whetstone.labelling.exchange.video.VideoFrames;
import whetstone.model.Picture;

/**
 * Pictures of episodes that are kept as video, one video a camera open at a time: frames in order are decoded once, any other is looked for
 * anew. FFmpeg is unpacked when a video is first asked for. One thread.
 */
final class VideoPictures implements Closeable {
    /** An episode begins on a frame of its video; looking half a frame earlier is safe from rounding. */
    private static final double BEFORE_FRAMES = 0.5;

    private final double framesPerSecond;
    private final OptionalInt mostWidth;
    private final Map<String, Open> open = new HashMap<>();
    private Optional<Ffmpeg> ffmpeg = Optional.empty();

    private record Open(EpisodePlace episode, int next, VideoFrames frames) {
        Open further() {
            return new Open(episode, next + 1, frames);
        }
    }

    VideoPictures(double framesPerSecond, OptionalInt mostWidth) {
        this.framesPerSecond = framesPerSecond;
        this.mostWidth = mostWidth;
    }

    /** @throws DatasetException where the video is missing, damaged or shorter than the episode */
    Picture picture(String feature, EpisodePlace episode, int tick) {
        Open at = Optional.ofNullable(open.get(feature)).filter(video -> video.episode.equals(episode) && video.next == tick)
                .orElseGet(() -> open(feature, episode, tick));
        if (!at.frames.hasNext()) {
            throw new DatasetException(video(feature, episode).file() + " ends before frame " + tick + " of episode " + episode.index()
                    + ": copy the dataset again.");
        }
        open.put(feature, at.further());
        return at.frames.next();
    }

    private Open open(String feature, EpisodePlace episode, int tick) {
        Optional.ofNullable(open.remove(feature)).ifPresent(video -> video.frames.close());
        EpisodePlace.VideoPlace place = video(feature, episode);
        double from = place.fromSeconds() + (tick - BEFORE_FRAMES) / framesPerSecond;
        if (!(from < Integer.MAX_VALUE)) {
            throw new DatasetException(place.file() + ": episode " + episode.index() + " begins at " + place.fromSeconds()
                    + " seconds, where no video is.");
        }
        Open opened = new Open(episode, tick, decoder().frames(place.file(), describe(place.file()), new VideoCut(Math.max(0, from),
                OptionalInt.of(episode.length() - tick), OptionalDouble.empty(), mostWidth)));
        open.put(feature, opened);
        return opened;
    }

    private static EpisodePlace.VideoPlace video(String feature, EpisodePlace episode) {
        return Optional.ofNullable(episode.videos().get(feature)).orElseThrow(() -> new DatasetException("Episode " + episode.index()
                + " does not say where its video '" + DatasetInfo.shown(feature) + "' lies."));
    }

    private VideoDescription describe(Path file) {
        return decoder().describe(file);
    }

    private Ffmpeg decoder() {
        if (ffmpeg.isEmpty()) {
            ffmpeg = Optional.of(Ffmpeg.open());
        }
        return ffmpeg.get();
    }

    @Override
    public void close() {
        open.values().forEach(video -> video.frames.close());
        open.clear();
        ffmpeg.ifPresent(Ffmpeg::close);
        ffmpeg = Optional.empty();
    }
}
