package whetstone.labelling.exchange;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import whetstone.labelling.exchange.donkeycar.DonkeycarExport;
import whetstone.labelling.exchange.lerobot.LeRobotExport;
import whetstone.labelling.store.SqliteDataset;

/** Small good examples of the text formats: what the exports write, or what people pass on. */
final class GoodFolders {
    /** Seeds before this one give no such rollout; looking at them all takes seconds. */
    private static final long FIRST_SEED = 111;

    private GoodFolders() {}

    static Path write(String format, Path folder) throws IOException {
        Path good = folder.resolve("good").resolve("read");
        switch (format) {
            case "donkeycar" -> export(new DonkeycarExport(), folder, good);
            case "udacity" -> export(new UdacityExport(), folder, good);
            case "lerobot-v2.1" -> export(LeRobotExport.v21(), folder, good);
            case "lerobot-v3.0" -> export(LeRobotExport.v30(), folder, good);
            case "lerobot-v2.1-foreign" -> foreign(LeRobotExport.v21(), folder, good);
            case "lerobot-v3.0-foreign" -> foreign(LeRobotExport.v30(), folder, good);
            case "csv" -> export(new CsvExport(), folder, good);
            case "frames" -> frames(good);
            default -> throw new IllegalArgumentException("no good folder of " + format);
        }
        return good;
    }

    private static void export(ExportFormat format, Path folder, Path good) {
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("good.whetstone"))) {
            Import.into(dataset, () -> List.of(shortest()), Progress.unseen());
            Export.run(format, RoundTrip.all(dataset), good, Progress.unseen());
        }
    }

    /** A LeRobot dataset as other people's: without the file that only we write. */
    private static void foreign(ExportFormat format, Path folder, Path good) throws IOException {
        export(format, folder, good);
        Files.delete(good.resolve("meta/whetstone.json"));
    }

    /** One of three frames and two cameras, of which some are to be imitated. */
    private static ImportedRollout shortest() {
        return LongStream.iterate(FIRST_SEED, seed -> seed + 1).mapToObj(seed -> RandomRollouts.of(seed).getFirst())
                .filter(rollout -> rollout.length() == 3 && rollout.info().environment().cameras().size() == 2)
                .filter(rollout -> IntStream.range(0, 3).mapToObj(((IndexedRollout) rollout).frame())
                        .filter(frame -> new Frame(frame.step(), frame.said()).wanted().isPresent()).count() == 2)
                .findFirst().orElseThrow();
    }

    private static void frames(Path good) throws IOException {
        StringBuilder table = new StringBuilder("image,steering,throttle\n");
        for (int i = 0; i < 5; i++) {
            MadePictures.write(good.resolve("frame" + i + ".png"), 8, 6, new Color(40 * i, 0, 0));
            table.append("frame").append(i).append(".png,").append(i / 10.0).append(",0.25\n");
        }
        Files.writeString(good.resolve("drive.csv"), table);
    }
}
