package whetstone.labelling.exchange.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import whetstone.labelling.exchange.AssumedCar;
import whetstone.labelling.exchange.FuzzAttempts;
import whetstone.labelling.exchange.MutatedImport;

/**
 * Tries what a hostile video can do: in this process, what FFmpeg's programs might say of it and how they might end; and, slower, real videos of
 * which bytes were changed.
 */
final class VideoFuzz {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> SAID = List.of("""
            {"programs": [], "streams": [{"width": 8, "height": 6, "r_frame_rate": "30/1", "avg_frame_rate": "30/1", "duration": "2.000000", \
            "nb_frames": "60", "side_data_list": [{"rotation": -90}]}], "format": {"duration": "2.000000"}}""", """
            {"streams": [{"width": 4, "height": 4, "r_frame_rate": "90000/1", "avg_frame_rate": "30000/1001", "side_data_list": [{}]}], \
            "format": {"duration": "1.968633"}}""");
    private static final List<String> NASTY = List.of("0", "-1", "null", "true", "NaN", "1e999", "-1e308", "99999999999999999999", "2147483647",
            "-2147483648", "\"\"", "\"N/A\"", "1/0", "0/0", "-30/1", "1e-300/1", "{", "}", "[", "]", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "\u0000", "é", "x".repeat(3000), "1".repeat(300), ",", ":", "/");
    private static final byte[] NASTY_BYTES = {0, 1, 2, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff};

    private VideoFuzz() {}

    /** What the programs print and how they end, without any of them. */
    static FuzzAttempts.Result said(Path folder, long seed, int mutations) {
        Path video = folder.resolve("made.mp4");
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT)) {
            for (long one = seed; one < seed + mutations; one++) {
                Random random = new Random(one);
                attempts.attempt(one, () -> read(video, random));
            }
            return attempts.result();
        }
    }

    private static void read(Path video, Random random) {
        StringBuilder json = new StringBuilder(SAID.get(random.nextInt(SAID.size())));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(json, random);
        }
        VideoDescription description = VideoDescription.of(json.toString().getBytes(StandardCharsets.UTF_8), video);
        VideoCut cut = new VideoCut(0, OptionalInt.empty(), OptionalDouble.of(description.framesPerSecond()), OptionalInt.of(1 + random.nextInt(64)));
        cut.after(description);
        AssumedCar.camera("front", cut.width(description), cut.height(description));
        int whole = cut.width(description) * cut.height(description) * 3;
        byte[] printed = new byte[whole * random.nextInt(4) + (random.nextInt(4) == 0 ? random.nextInt(whole) : 0)];
        int status = random.nextInt(4) == 0 ? 1 : 0;
        try (VideoFrames frames = new VideoFrames(new Running(new Ended(printed, status)), video, cut.width(description),
                cut.height(description))) {
            frames.forEachRemaining(picture -> picture.sample(0, 0, 0));
        }
    }

    private static void change(StringBuilder json, Random random) {
        int at = random.nextInt(json.length());
        String nasty = NASTY.get(random.nextInt(NASTY.size()));
        switch (random.nextInt(4)) {
            case 0 -> json.insert(at, nasty);
            case 1 -> json.delete(at, Math.min(json.length(), at + 1 + random.nextInt(20)));
            case 2 -> json.setCharAt(at, (char) (json.charAt(at) ^ 1 << random.nextInt(7)));
            default -> {
                while (at < json.length() - 1 && !Character.isLetterOrDigit(json.charAt(at))) {
                    at++;
                }
                int end = at;
                while (end < json.length() && (Character.isLetterOrDigit(json.charAt(end)) || "./-".indexOf(json.charAt(end)) >= 0)) {
                    end++;
                }
                json.replace(at, end, nasty);
            }
        }
        if (json.isEmpty()) {
            json.append(' ');
        }
    }

    /** Videos with changed bytes, read by FFmpeg; one in a hundred on into a dataset. */
    static FuzzAttempts.Result videos(List<Path> good, Path folder, long seed, int mutations) throws IOException {
        Path file = Files.createDirectories(folder.resolve("read")).resolve("mutation.mp4");
        try (FuzzAttempts attempts = new FuzzAttempts(LIMIT); MutatedImport reader = new MutatedImport(new VideoImport(), file, folder)) {
            for (long one = seed; one < seed + mutations; one++) {
                long tried = one;
                Random random = new Random(one);
                Files.write(file, mutated(Files.readAllBytes(good.get(random.nextInt(good.size()))), random));
                attempts.attempt(one, () -> reader.read(tried, true));
            }
            return attempts.result();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            // What describes a video stands at the beginning or at the end.
            int edge = Math.min(bytes.length, 1200);
            int at = switch (random.nextInt(3)) {
                case 0 -> random.nextInt(edge);
                case 1 -> bytes.length - 1 - random.nextInt(edge);
                default -> random.nextInt(bytes.length);
            };
            bytes[at] = random.nextBoolean() ? NASTY_BYTES[random.nextInt(NASTY_BYTES.length)] : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** A program that printed something and ended. */
    private static final class Ended extends Process {
        private final InputStream printed;
        private final int status;

        Ended(byte[] printed, int status) {
            this.printed = new ByteArrayInputStream(printed);
            this.status = status;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return printed;
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return status;
        }

        @Override
        public int exitValue() {
            return status;
        }

        @Override
        public void destroy() {
            // It has ended.
        }
    }
}
