package whetstone.labelling.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Picture;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;

/**
 * How small pictures become and how long it takes, in milliseconds of processor time, which a busy machine does not lengthen: on Skyway at
 * 640x480 and on the JPEG pictures of a folder, if one is named. A command.
 */
public final class PictureCodecBenchmark {
    private static final int PICTURES = 60;
    private static final int REPETITIONS = 12;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private PictureCodecBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        report("Skyway 640x480", skyway());
        if (arguments.length > 0) {
            try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
                List<Picture> photographs = new ArrayList<>();
                for (Path file : files.filter(path -> path.toString().endsWith(".jpg")).sorted().limit(PICTURES).toList()) {
                    photographs.add(new EncodedPicture(Files.readAllBytes(file)).decode(3));
                }
                report("photographs", photographs);
            }
        }
    }

    private static List<Picture> skyway() {
        List<Picture> pictures = new ArrayList<>();
        try (Skyway environment = new Skyway(SkywaySettings.experiment("alpha", Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(640, 480))))) {
            PursuitExpert expert = new PursuitExpert(environment);
            var seen = environment.reset(1);
            for (int i = 0; i < PICTURES; i++) {
                pictures.add(seen.picture("front"));
                seen = environment.step(expert.advise(seen)).seen();
            }
        }
        return pictures;
    }

    private static void report(String what, List<Picture> pictures) {
        long encode = Long.MAX_VALUE;
        long decode = Long.MAX_VALUE;
        long bytes = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            long begin = PROCESSOR.getCurrentThreadCpuTime();
            List<PictureCodec.Encoded> encoded = pictures.stream().map(PictureCodec::encode).toList();
            encode = Math.min(encode, PROCESSOR.getCurrentThreadCpuTime() - begin);
            bytes = encoded.stream().mapToLong(blob -> blob.bytes().length).sum();
            begin = PROCESSOR.getCurrentThreadCpuTime();
            for (int i = 0; i < encoded.size(); i++) {
                PictureCodec.Encoded picture = encoded.get(i);
                PictureCodec.decode(Prediction.of(picture.format()).orElseThrow(), picture.bytes(), camera(pictures.get(i)));
            }
            decode = Math.min(decode, PROCESSOR.getCurrentThreadCpuTime() - begin);
        }
        System.out.printf("%s: %d bytes a picture, %.2f times smaller, encode %.2f ms, decode %.2f ms%n", what, bytes / pictures.size(),
                (double) pictures.stream().mapToLong(Picture::size).sum() / bytes, encode / 1e6 / pictures.size(),
                decode / 1e6 / pictures.size());
    }

    private static Camera camera(Picture picture) {
        return new Camera("front", picture.width(), picture.height(), picture.channels(), new CameraProfile(1, 0, 90, 0, 0));
    }
}
