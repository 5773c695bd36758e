package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * Imports a folder of unlabelled pictures, JPEG or PNG, as one rollout in the natural order of their names. Nobody knows what was done
 * there: no step has an action until somebody labels it.
 */
public final class FrameFolderImport {
    public static final double USUAL_FRAMES_PER_SECOND = 15;
    private static final double MOST_FRAMES_PER_SECOND = 240;
    private static final String CAMERA = "front";

    private FrameFolderImport() {}

    /**
     * @param framesPerSecond above 0, at most 240
     * @param progress takes the share that is done, 0 to 1
     * @throws DatasetException with a sentence if the folder can't be imported; then nothing was
     */
    public static ImportResult read(Dataset dataset, Path folder, double framesPerSecond, InstantSource clock, DoubleConsumer progress,
                                    BooleanSupplier cancelled) {
        if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FRAMES_PER_SECOND)) {
            throw new DatasetException(framesPerSecond + " frames per second are not between 0 and " + (int) MOST_FRAMES_PER_SECOND
                    + ": give the rate at which the pictures were taken.");
        }
        List<ImportedStep> steps = steps(folder);
        EnvironmentSpec environment = new EnvironmentSpec("frames", name(folder), framesPerSecond, ActionSpec.STEER,
                RolloutImport.cameras(steps.getFirst(), List.of(CAMERA)), List.of(), AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, "frames " + name(folder), OptionalLong.empty(), 0, 0, clock.instant(),
                Optional.empty());
        return new RolloutImport(dataset, info).write(steps, progress, cancelled);
    }

    private static List<ImportedStep> steps(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder + " is not a folder: choose the one that holds the pictures.");
        }
        List<ImportedStep> steps = new ArrayList<>();
        for (Path file : pictures(folder)) {
            Step step = new Step(steps.size(), new Observation(Map.of(), StateVector.EMPTY), Optional.empty(), Optional.empty(),
                    Control.UNKNOWN, Optional.empty(), Set.of(), Optional.empty());
            steps.add(new ImportedStep(step, Map.of(CAMERA, file), name(folder)));
        }
        if (steps.isEmpty()) {
            throw new DatasetException(folder + " holds no picture (.jpg, .jpeg or .png): choose another folder.");
        }
        return steps;
    }

    private static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(FrameFolderImport::isPicture)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.OF_NAMES)).toList();
        } catch (IOException unreadable) {
            throw new DatasetException(folder + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png"));
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
