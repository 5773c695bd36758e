package whetstone.labelling.exchange.video;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import whetstone.model.Picture;

/** Videos whose frames carry their number as eight black and white bars, so that it can be read from a picture that was squeezed. */
public final class NumberedVideo {
    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;
    private static final int BITS = 8;

    private NumberedVideo() {}

    /** Writes {@code frames} of them. @param coding options of the encoder */
    public static Path make(Ffmpeg ffmpeg, Path file, int frames, double rate, String... coding) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.program().toString(), "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "gray",
                "-video_size", WIDTH + "x" + HEIGHT, "-framerate", String.valueOf(rate), "-i", "pipe:0"));
        command.addAll(List.of(coding));
        command.addAll(List.of("-y", file.toString()));
        try {
            Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (OutputStream pictures = process.getOutputStream()) {
                for (int number = 0; number < frames; number++) {
                    pictures.write(bars(number));
                }
            }
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("the video was not made: " + command);
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static byte[] bars(int number) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) ((number >> i % WIDTH * BITS / WIDTH & 1) == 1 ? 235 : 16);
        }
        return grey;
    }

    public static int read(Picture picture) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int column = (2 * bit + 1) * picture.width() / (2 * BITS);
            number |= (picture.sample(picture.height() / 2, column, 1) > 128 ? 1 : 0) << bit;
        }
        return number;
    }
}
