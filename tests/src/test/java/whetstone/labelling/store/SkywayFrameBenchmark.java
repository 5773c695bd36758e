package whetstone.labelling.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;

/**
 * How long any frame takes that Skyway gave at 640x480, 400 different ones again and again:
 * {@code tests/benchmarks/run SkywayFrameBenchmark FILE [FRAMES]}. A file that is there already is read as it is.
 */
final class SkywayFrameBenchmark {
    private SkywayFrameBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Give the dataset file to read, or to make: tests/benchmarks/run SkywayFrameBenchmark FILE [FRAMES]");
            return;
        }
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            record(file, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000);
        }
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            StoreBenchmark.access(dataset, "any frame, Skyway 640x480", 2_000);
        }
    }

    private static void record(Path file, int frames) throws IOException {
        try (Skyway skyway = new Skyway(SkywaySettings.experiment("alpha", Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(640, 480))).withTicksPerSecond(30))) {
            PursuitExpert expert = new PursuitExpert(skyway);
            EnvironmentSpec road = skyway.spec();
            List<Step> lap = new Drive(skyway, seen -> Decision.byExpert(expert.advise(seen)), 1, true).ticks(400);
            StoreBenchmark.fill(file, road, lap, frames);
        }
    }
}
