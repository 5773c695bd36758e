package whetstone.labelling.exchange.video;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.model.Picture;

/** Frames of a video one after the other, as RGB pictures; one is in memory. One thread. */
public final class VideoFrames implements Iterator<Picture>, AutoCloseable {
    private final Running running;
    private final InputStream bytes;
    private final Path video;
    private final int width;
    private final int height;
    private Optional<Picture> next = Optional.empty();
    private int read;
    private boolean ended;

    VideoFrames(Running running, Path video, int width, int height) {
        this.running = running;
        this.bytes = new BufferedInputStream(running.process().getInputStream(), 1 << 16);
        this.video = video;
        this.width = width;
        this.height = height;
    }

    /** @throws DatasetException with a sentence that names the frame where the video is damaged */
    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = readOne();
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public Picture next() {
        if (!hasNext()) {
            throw new NoSuchElementException(video + " has no frame " + read);
        }
        Picture picture = next.orElseThrow();
        next = Optional.empty();
        return picture;
    }

    private Optional<Picture> readOne() {
        byte[] samples = new byte[width * height * 3];
        int length;
        try {
            length = bytes.readNBytes(samples, 0, samples.length);
        } catch (IOException broken) {
            throw damaged(broken);
        }
        running.heardOf();
        if (length == samples.length) {
            read++;
            return Optional.of(new Picture(width, height, 3, samples));
        }
        if (length != 0 || running.exit() != 0 || read == 0) {
            throw damaged(null);
        }
        return Optional.empty();
    }

    private DatasetException damaged(Throwable why) {
        if (running.silent()) {
            return new DatasetException(video + ", frame " + read + ": nothing came of it for a minute. Convert the video with a tool of your "
                    + "own.", why);
        }
        return read == 0 ? Ffmpeg.unreadable(video, why) : new DatasetException(video + " is damaged behind frame " + (read - 1)
                + ": copy it again, or cut it there with a tool of your own.", why);
    }

    @Override
    public void close() {
        running.end();
        try {
            bytes.close();
        } catch (IOException alreadyGone) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "the decoder of " + video + " was gone already", alreadyGone);
        }
    }
}
